import type { Writable } from 'node:stream'
import { LEAST_CONFIDENCE, library, type LibraryMovement, nameMatcher, nameSuggester } from '@gymgenius/catalog'
import { type Command, Usage } from './command.ts'
import { answersTo, type Line, linesOf } from './engine.lines.ts'

export const matchCommand: Command = {
  usage: '< names.txt',
  summary: "Say which movement of the library each name means: names of other apps' logbooks, one a line",
  help: `Reads names from standard input, one a line, and answers each with one JSON object a line, in order:

  {"name": "DB bench", "movementId": "…", "movement": "Bench Press (Dumbbell)", "confidence": 1, "reason": "alias"}

movementId and movement are null where a lifter has to be asked; reason then is unknown, empty or too_long, and suggestions
holds what it may be. Nothing below a confidence of ${LEAST_CONFIDENCE} is answered. Needs no data folder and keeps nothing.`,
  options: {},
  run: async ({ positionals }) => {
    if (positionals.length > 0) throw new Usage('Names are read from standard input: gymgenius match < names.txt')
    await matchLines(process.stdin, process.stdout)
  },
}

/** Longer ones are nobody's name for a movement. Characters. */
const LONGEST_NAME = 300

/** Answers each line until they end. Nothing is read while nobody takes the answers. */
export async function matchLines(names: AsyncIterable<Buffer>, answers: Writable): Promise<void> {
  const answerTo = nameReader()
  const answer = answersTo(answers)
  for await (const lines of linesOf(names, { keepsEmpty: true }))
    for (let at = 0; at < lines.length; at += PORTION) {
      const text = lines
        .slice(at, at + PORTION)
        .map((line) => `${JSON.stringify(answerTo(line))}\n`)
        .join('')
      if (!(await answer(text))) return
    }
}

/** Answers written at once: a chunk of empty lines is many more bytes answered than asked. */
const PORTION = 500

interface Answer {
  readonly name: string
  readonly movementId: string | null
  readonly movement: string | null
  readonly confidence: number
  readonly reason: string
  readonly suggestions?: readonly { readonly movementId: string; readonly movement: string; readonly confidence: number }[]
}

const asks = (name: string, reason: string): Answer => ({ name, movementId: null, movement: null, confidence: 0, reason })

function nameReader(): (line: Line) => Answer {
  const { movements } = library()
  const match = nameMatcher<LibraryMovement>(movements)
  const suggest = nameSuggester<LibraryMovement>(movements)
  return (line) => {
    if ('isTooLong' in line) return asks('', 'too_long')
    const name = line.text
    if (name === '') return asks('', 'empty')
    if (name.length > LONGEST_NAME) return asks(`${name.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '')}…`, 'too_long')
    const found = match(name)
    if (found !== undefined) {
      const { movement, confidence, reason } = found
      return { name, movementId: movement.id, movement: movement.name, confidence: Math.round(confidence * 1000) / 1000, reason }
    }
    const suggestions = suggest(name, 3).map(({ movement, confidence }) => ({
      movementId: movement.id,
      movement: movement.name,
      confidence,
    }))
    return suggestions.length === 0 ? asks(name, 'unknown') : { ...asks(name, 'unknown'), suggestions }
  }
}
