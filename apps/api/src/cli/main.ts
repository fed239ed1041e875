import { parseArgs } from 'node:util'
import { ConfigurationFault, readEnvironment } from '../platform/config.ts'
import { BackupRefused } from '../platform/backup.ts'
import { MigrationDrift } from '../platform/database.ts'
import { FolderInUse } from '../platform/lock.ts'
import { commands } from './commands.ts'
import { type Command, Usage } from './command.ts'

/** Exit codes, as sysexits.h names them. */
const EX_USAGE = 64
const EX_DATA = 65
const EX_UNAVAILABLE = 69
const EX_CONFIG = 78

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

function explain(error: unknown): number {
  if (error instanceof Usage) {
    console.error(error.message)
    return EX_USAGE
  }
  if (error instanceof ConfigurationFault) {
    console.error(error.message)
    return EX_CONFIG
  }
  if (error instanceof FolderInUse) {
    console.error(error.message)
    return EX_UNAVAILABLE
  }
  if (error instanceof BackupRefused) {
    console.error(`${error.message} Nothing was changed.`)
    return EX_DATA
  }
  if (error instanceof MigrationDrift) {
    console.error(`The database does not fit this version of GymGenius: ${error.message}.`)
    return EX_DATA
  }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    console.error('That port is taken by another program. Choose another with --port.')
    return EX_UNAVAILABLE
  }
  console.error(error)
  return 1
}
