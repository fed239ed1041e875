import { type Command, dataOption } from './command.ts'
import { accountCommand } from './account.ts'
import { backupCommand, migrateCommand, restoreCommand } from './data.ts'
import { DEMO_PASSWORD, hasDemoLifters, settleDemoLifters } from './demo.ts'
import { demoLifters } from './demo-history.ts'
import { importCommand } from './import.ts'
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
  help: `${serveCommand.help}\n\nThe demo lifters have a password that everybody knows: they move in only where this machine alone can reach them.`,
  run: ({ environment }) => {
    const quiet = environment.LOG_LEVEL === 'info' ? 'warn' : environment.LOG_LEVEL
    return serveUntilStopped({ ...environment, LOG_LEVEL: quiet }, async ({ address, ctx }) => {
      const isPrivate = ['127.0.0.1', '::1', 'localhost'].includes(environment.HOST)
      if (isPrivate) await settleDemoLifters(ctx)
      console.log(`GymGenius is at ${address}`)
      if (isPrivate && (await hasDemoLifters(ctx))) {
        for (const { email, who } of demoLifters) console.log(`  ${email.padEnd(20)} ${who}`)
        console.log(`  password             ${DEMO_PASSWORD}`)
      }
    })
  },
}

export const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  dev: devCommand,
  migrate: migrateCommand,
  backup: backupCommand,
  restore: restoreCommand,
  replay: replayCommand,
  import: importCommand,
  account: accountCommand,
}
