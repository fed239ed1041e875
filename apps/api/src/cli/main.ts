import { parseArgs } from 'node:util'
import { readEnvironment } from '../platform/config.ts'
import { commands } from './commands.ts'
import { type Command, Usage } from './command.ts'
import { explain } from './explain.ts'

const [name, ...rest] = process.argv.slice(2)
try {
  process.exitCode = (await run(name, rest)) ?? 0
} catch (error) {
  process.exitCode = explain(error)
}

async function run(name: string | undefined, rest: string[]): Promise<number | void> {
  if (name === undefined || name === '--help' || name === 'help') return overview()
  const command = commands[name]
  if (command === undefined) throw new Usage(`There is no command "${name}". gymgenius --help lists them.`)
  const { values, positionals } = parsed(name, rest, command.options)
  if (values['help'] === true) {
    console.log(`gymgenius ${name} ${command.usage}\n\n${command.summary}\n\n${command.help}`)
    return 0
  }
  const texts = Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
  const overrides = Object.entries(command.environment ?? {}).map(([option, variable]) => [variable, texts[option]])
  const environment = readEnvironment({ ...process.env, ...Object.fromEntries(overrides.filter(([, value]) => value !== undefined)) })
  return command.run({ environment, positionals, text: (option) => texts[option], flag: (option) => values[option] === true })
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function parsed(name: string, args: string[], options: Command['options']): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    throw new Usage(`${(error as Error).message}. gymgenius ${name} --help says what it takes.`)
  }
}

function overview() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  console.log('gymgenius: strength training that tells you what to lift next, and why\n')
  for (const [name, { summary }] of Object.entries(commands)) console.log(`  ${name.padEnd(width)}  ${summary}`)
  console.log('\ngymgenius COMMAND --help says more. Settings come from the environment: docs/reference/config.md')
  return 0
}
