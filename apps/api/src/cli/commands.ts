import { type Command, dataOption } from './command.ts'
import { renderUnicodeCompact } from 'uqr'
import type { House } from '../platform/house.ts'
import { accountCommand } from './account.ts'
import { backtestCommand } from './backtest.ts'
import { backupCommand, migrateCommand, restoreCommand } from './data.ts'
import { DEMO_PASSWORD, hasDemoLifters, settleDemoLifters } from './demo.ts'
import { demoLifters } from './demo-history.ts'
import { examine } from './doctor.ts'
import { engineCommand } from './engine.ts'
import { fitCommand } from './fit.ts'
import { importCommand } from './import.ts'
import { matchCommand } from './match.ts'
import { replayCommand } from './replay.ts'
import { serveUntilStopped } from './serve.ts'
import { simulateCommand } from './simulate.ts'

const listening = {
  options: { ...dataOption.options, port: { type: 'string' }, host: { type: 'string' }, tls: { type: 'string' } },
  environment: { ...dataOption.environment, port: 'PORT', host: 'HOST', tls: 'TLS' },
} as const

const serveCommand: Command = {
  usage: '[--data DIR] [--port N] [--host H] [--tls auto|off]',
  summary: 'Serve the app and its API',
  help: `  --data DIR   data folder (default .data); made at the first start
  --port N     port to listen on (default 4000)
  --host H     address to listen on (default 127.0.0.1: this machine only; 0.0.0.0 lets others in)
  --tls auto   serve https with a certificate of our own, for phones in the local network; give --host 0.0.0.0 with it`,
  ...listening,
  run: ({ environment }) => serveUntilStopped(environment, sayWhere),
}

const devCommand: Command = {
  ...serveCommand,
  summary: 'Serve with demo lifters in an empty database',
  help: `${serveCommand.help}\n\nThe demo lifters have a password that everybody knows: they move in only where this machine alone can reach them.`,
  run: ({ environment }) => {
    const quiet = environment.LOG_LEVEL === 'info' ? 'warn' : environment.LOG_LEVEL
    return serveUntilStopped({ ...environment, LOG_LEVEL: quiet }, async (house) => {
      const { ctx } = house
      const isPrivate = ['127.0.0.1', '::1', 'localhost'].includes(environment.HOST)
      if (isPrivate) await settleDemoLifters(ctx)
      sayWhere(house)
      if (isPrivate && (await hasDemoLifters(ctx))) {
        for (const { email, who } of demoLifters) console.log(`  ${email.padEnd(20)} ${who}`)
        console.log(`  password             ${DEMO_PASSWORD}`)
      }
    })
  },
}

const doctorCommand: Command = {
  usage: '[--json] [--data DIR]',
  summary: 'Look this installation over: what is wrong, and how to mend it',
  help: `  --json       the findings as JSON\n  --data DIR   data folder (default .data)\n\nEnds with 1 when something is wrong.`,
  options: { ...listening.options, json: { type: 'boolean' } },
  environment: listening.environment,
  run: async ({ environment, flag }) => {
    const findings = await examine(environment)
    if (flag('json')) console.log(JSON.stringify(findings, undefined, 2))
    else for (const { check, verdict, says } of findings) console.log(`${marks[verdict]} ${check.padEnd(16)} ${says}`)
    return findings.some(({ verdict }) => verdict === 'fault') ? 1 : 0
  },
}

const marks = { well: '✓', advice: '!', fault: '✗' }

function sayWhere({ address, phoneAddress }: House) {
  console.log(`GymGenius is at ${address}`)
  if (phoneAddress !== undefined)
    console.log(`On a phone in your network, begin at ${phoneAddress}\n\n${renderUnicodeCompact(phoneAddress)}\n`)
}

export const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  dev: devCommand,
  migrate: migrateCommand,
  backup: backupCommand,
  restore: restoreCommand,
  replay: replayCommand,
  engine: engineCommand,
  backtest: backtestCommand,
  simulate: simulateCommand,
  fit: fitCommand,
  import: importCommand,
  match: matchCommand,
  account: accountCommand,
  doctor: doctorCommand,
}
