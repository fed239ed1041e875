import type { Exception, StackFrame } from '@sentry/core'

/** How many causes behind an error are told. */
const MOST_CAUSES = 3
const WORD = /^[\w.$-]{1,60}$/

/** An error and what caused it, innermost first, without a word of what it says: that can hold what a lifter wrote. */
export function kindsOf(error: unknown): Exception[] {
  const kinds: Exception[] = []
  for (let at = error; at !== undefined && at !== null && kinds.length <= MOST_CAUSES; at = Object(at).cause as unknown)
    kinds.unshift(kindOf(at))
  return kinds
}

/** Of Postgres also what its scheme calls the thing: never the values, which stand in other members. */
function kindOf(error: unknown): Exception {
  const { name, code, table, constraint } = Object(error) as Record<'name' | 'code' | 'table' | 'constraint', unknown>
  const [type = 'Error'] = words(name)
  const value = words(code, table, constraint).join(' ')
  const frames = error instanceof Error ? framesOf(error) : []
  return { type, value, ...(frames.length > 0 && { stacktrace: { frames } }) }
}

const words = (...said: unknown[]) => said.filter((word) => typeof word === 'string' && WORD.test(word)) as string[]

const FRAME = /^ +at (?:async )?(?:(?<name>.+) \()?(?<file>(?:file:\/\/|\/|[A-Z]:\\|node:)[^()]*):(?<line>\d+):(?<column>\d+)\)?$/

/** Outermost first, by files as the repository names them. What an error says stands before its stack and may look like one. */
function framesOf({ stack = '', message }: Error): StackFrame[] {
  const said = message === '' ? -1 : stack.indexOf(message)
  const calls = said === -1 ? stack : stack.slice(said + message.length)
  return calls
    .split('\n')
    .flatMap((call) => {
      const found = FRAME.exec(call)?.groups as Record<'file' | 'line' | 'column', string> & { name?: string }
      return found === undefined ? [] : [frameOf(found)]
    })
    .toReversed()
}

const frameOf = ({ name, file, line, column }: { name?: string; file: string; line: string; column: string }): StackFrame => ({
  ...(name !== undefined && { function: name }),
  filename: inRepository(file),
  lineno: Number(line),
  colno: Number(column),
  in_app: !/^node:|node_modules/.test(file),
})

/** The folders above it may be named after somebody. */
const inRepository = (file: string) =>
  file.startsWith('node:') ? file : (/(?:^|[/\\])((?:apps|packages|node_modules)[/\\].*)$/.exec(file)?.[1] ?? 'elsewhere')
