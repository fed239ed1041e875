import { type Command, dataOption } from './command.ts'
import { backupCommand, migrateCommand, restoreCommand } from './data.ts'
import { replayCommand } from './replay.ts'
import { serveUntilStopped } from './serve.ts'

const listening = {
  options: { ...dataOption.options, port: { type: 'string' }, host: { type: 'string' } },
  environment: { ...dataOption.environment, port: 'PORT', host: 'HOST' },
} as const

const serveCommand: Command = {
  usage: '[--data DIR] [--port N] [--host H]',
  summary: 'Serve the app and its API',
  help: `  --data DIR   data folder (default .data); made at the first start
  --port N     port to listen on (default 4000)
  --host H     address to listen on (default 127.0.0.1: this machine only; 0.0.0.0 lets others in)`,
  ...listening,
  run: ({ environment }) => serveUntilStopped(environment, ({ address }) => console.log(`GymGenius is at ${address}`)),
}

const devCommand: Command = {
  ...serveCommand,
  summary: 'Serve with demo lifters in an empty database',
  run: ({ environment }) =>
    serveUntilStopped({ ...environment, LOG_LEVEL: environment.LOG_LEVEL === 'info' ? 'warn' : environment.LOG_LEVEL }, ({ address }) =>
      console.log(`GymGenius is at ${address}`),
    ),
}

export const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  dev: devCommand,
  migrate: migrateCommand,
  backup: backupCommand,
  restore: restoreCommand,
  replay: replayCommand,
}
