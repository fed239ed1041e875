import type { Writable } from 'node:stream'
import { type Command, Usage } from './command.ts'
import { movementFactsReader } from './engine.facts.ts'
import { answersTo, type Line, linesOf, LONGEST_LINE } from './engine.lines.ts'
import { BrokenLine, conversation } from './engine.protocol.ts'

export const engineCommand: Command = {
  usage: '--stdio',
  summary: 'Ask the engine in JSON lines: what a lifter will do, and what to load next',
  help: `  --stdio      read questions from standard input, one JSON object a line, and answer in order on standard output

What can be asked is told in docs/engine/protocol.md. Needs no data folder and keeps nothing.`,
  options: { stdio: { type: 'boolean' } },
  run: async ({ positionals, flag }) => {
    if (!flag('stdio') || positionals.length > 0) throw new Usage('The engine speaks JSON lines: gymgenius engine --stdio')
    await converse(process.stdin, process.stdout)
  },
}

/** Answers until the questions end. Nothing is read while nobody takes the answers. */
export async function converse(questions: AsyncIterable<Buffer>, answers: Writable): Promise<void> {
  const answerTo = conversation(movementFactsReader())
  const answer = answersTo(answers)
  for await (const lines of linesOf(questions)) {
    const text = lines.map((line) => answered(line, answerTo)).join('')
    if (!(await answer(text))) return
  }
}

function answered(line: Line, answerTo: ReturnType<typeof conversation>): string {
  if ('isTooLong' in line) {
    return `${JSON.stringify({ line: line.number, error: { code: 'line_too_long', message: `More than ${LONGEST_LINE} characters` } })}\n`
  }
  let said: unknown
  try {
    said = parsed(line.text)
    const answer = answerTo(said)
    return answer === undefined ? '' : `${JSON.stringify({ ...idOf(said), ...answer })}\n`
  } catch (error) {
    const { code, message } = error instanceof BrokenLine ? error : unforeseen(error)
    return `${JSON.stringify({ ...idOf(said), line: line.number, error: { code, message } })}\n`
  }
}

/** A mistake of ours: told in full to whoever runs the command, and no reason to leave the lines behind it unanswered. */
function unforeseen(error: unknown) {
  console.error(error)
  return { code: 'unexpected', message: 'Something broke in the engine' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new BrokenLine('not_json', 'The line is not JSON')
  }
}

const LONGEST_ID = 200

/** The question's own id, where it has one worth repeating. */
function idOf(said: unknown): { id?: string | number } {
  if (typeof said !== 'object' || said === null || !('id' in said)) return {}
  const { id } = said
  return typeof id === 'number' || (typeof id === 'string' && id.length <= LONGEST_ID) ? { id } : {}
}
