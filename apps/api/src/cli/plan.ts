import { readFile } from 'node:fs/promises'
import { Problem, ProgramRequest } from '@gymgenius/contracts'
import { anybody, libraryForPlans, planFor, programShown } from '../modules/programming/index.ts'
import { characterFaults, readJson } from '../platform/http/strict-json.ts'
import { faultsOf } from '../platform/http/validate.ts'
import { type Command, Usage } from './command.ts'

export const planCommand: Command = {
  usage: 'REQUEST.json | -',
  summary: 'Make a program of weeks from a request, as POST /v1/programs does, without a server',
  help: `  REQUEST.json  what is asked for; - reads it from standard input

  {"goals": [{"goal": "strength", "weight": 6}, {"goal": "hypertrophy", "weight": 4}],
   "daysPerWeek": 3, "weeks": 12, "minutes": 60, "experience": "novice",
   "gym": {"equipment": ["barbell", "dumbbell"]}, "injuries": [{"joint": "shoulder", "severity": "mild"}], "seed": 7}

Prints {"weeks", "report"}. The same request is the same program, to the byte. Needs no data folder and keeps nothing; what the lifter's
gyms, rules and pains would say is left out, so say it in the request. docs/rooms/programming.md tells every field.`,
  options: {},
  run: async ({ positionals }) => {
    const [path, ...rest] = positionals
    if (path === undefined || rest.length > 0) throw new Usage('Name one file with the request, or - for standard input')
    console.log(planned(await textOf(path)))
  },
}

/** What the request in this text is answered with, as JSON. */
export function planned(text: string): string {
  const request = requestIn(text)
  try {
    return JSON.stringify(programShown(planFor(request, anybody(libraryForPlans()))))
  } catch (error) {
    if (error instanceof Problem) throw new Usage(`This request cannot be answered: ${said(error)}`)
    throw error
  }
}

const said = ({ message, facts }: Problem) =>
  [
    message,
    ...Object.entries(facts).map(([name, value]) => `  ${name}  ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ].join('\n')

function requestIn(text: string): ProgramRequest {
  const value = parsed(text)
  const faults = characterFaults(value, '')
  const read = ProgramRequest.safeParse(value)
  const all = read.success ? faults : [...faults, ...read.error.issues.flatMap((issue) => faultsOf(issue, ''))]
  if (all.length > 0)
    throw new Usage(`This request cannot be answered:\n${all.map(({ pointer, message }) => `  ${pointer || '/'}  ${message}`).join('\n')}`)
  return read.data!
}

function parsed(text: string): unknown {
  try {
    return readJson(Buffer.from(text))
  } catch (error) {
    if (error instanceof Problem) throw new Usage(`${error.message}.`)
    throw error
  }
}

async function textOf(path: string): Promise<string> {
  if (path !== '-') {
    return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Usage(`${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`)
    })
  }
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
