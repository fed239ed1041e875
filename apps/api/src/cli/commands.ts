import { type Command, dataOption } from './command.ts'
import { renderUnicodeCompact } from 'uqr'
import type { House } from '../platform/house.ts'
import { examine } from '../modules/doctor/index.ts'
import { rooms } from '../rooms.ts'
import { accountCommand } from './account.ts'
import { backtestCommand } from './backtest.ts'
import { backupCommand, migrateCommand, restoreCommand } from './data.ts'
import { DEMO_PASSWORD, hasDemoLifters, settleDemoLifters } from './demo.ts'
import { demoLifters } from './demo-history.ts'
import { engineCommand } from './engine.ts'
import { fitCommand } from './fit.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys.ts'
import { matchCommand } from './match.ts'
import { planCommand } from './plan.ts'
import { replayCommand } from './replay.ts'
import { schemeCommand } from './scheme.ts'
import { serveUntilStopped } from './serve.ts'
import { simulateCommand } from './simulate.ts'

const listening = {
  options: { ...dataOption.options, port: { type: 'string' }, host: { type: 'string' }, tls: { type: 'string' } },
  environment: { ...dataOption.environment, port: 'PORT', host: 'HOST', tls: 'TLS' },
} as const

const listeningHelp = `  --data DIR   data folder (default .data); made at the first start
  --port N     port to listen on (default 4000)
  --host H     address to listen on (default 127.0.0.1: this machine only; 0.0.0.0 lets others in)
  --tls auto   serve https with a certificate of our own, for phones in the local network; give --host 0.0.0.0 with it`

const serveCommand: Command = {
  usage: '[--role api|worker|all] [--data DIR] [--port N] [--host H] [--tls auto|off]',
  summary: 'Serve the app and its API',
  help: `  --role R     api: answer requests only; worker: do the background work only, with /healthz and /readyz for its door;
               all (the default): both. One of them alone needs a Postgres server (DATABASE_URL)
${listeningHelp}`,
  options: { ...listening.options, role: { type: 'string' } },
  environment: { ...listening.environment, role: 'ROLE' },
  run: ({ environment }) => serveUntilStopped(environment, sayWhere),
}

const devCommand: Command = {
  usage: '[--data DIR] [--port N] [--host H] [--tls auto|off]',
  summary: 'Serve with demo lifters in an empty database',
  ...listening,
  help: `${listeningHelp}\n\nThe demo lifters have a password that everybody knows: they move in only where this machine alone can reach them.`,
  run: ({ environment }) => {
    const quiet = environment.LOG_LEVEL === 'info' ? 'warn' : environment.LOG_LEVEL
    const MAIL_URL = environment.MAIL_URL ?? 'console:' // whoever develops reads it where they started the server
    return serveUntilStopped({ ...environment, LOG_LEVEL: quiet, MAIL_URL }, async (house) => {
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
    const findings = await examine(environment, rooms)
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
  plan: planCommand,
  replay: replayCommand,
  scheme: schemeCommand,
  engine: engineCommand,
  backtest: backtestCommand,
  simulate: simulateCommand,
  fit: fitCommand,
  import: importCommand,
  match: matchCommand,
  account: accountCommand,
  keys: keysCommand,
  doctor: doctorCommand,
}
