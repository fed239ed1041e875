import { type DestinationStream, type Logger, pino } from 'pino'
import type { Environment } from './config.ts'
import { requestHere } from './request-here.ts'

/** What must not be read out of a log, wherever it is logged from. */
const SECRET = [
  'authorization',
  'cookie',
  '"set-cookie"',
  'password',
  'currentPassword',
  'newPassword',
  'refreshToken',
  'accessToken',
  'inviteCode',
]

const paths = SECRET.flatMap((name) => {
  const step = name.startsWith('"') ? `[${name}]` : `.${name}`
  return [step.replace(/^\./, ''), `*${step}`, `*.*${step}`]
})

/** JSON lines on stdout; one a request (`http.ts` writes it), never bodies, never values of a query. */
export function createLogger(
  { LOG_LEVEL }: Pick<Environment, 'LOG_LEVEL'>,
  destination?: DestinationStream,
  traceIdHere: () => string | undefined = () => undefined,
): Logger {
  const options = {
    level: LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[redacted]' },
    serializers: { err: errorSerializer },
    mixin: () => {
      const requestId = requestHere()
      const traceId = traceIdHere()
      return { ...(requestId !== undefined && { requestId }), ...(traceId !== undefined && { traceId }) }
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** Postgres puts the offending values into `detail` and `where`: those are the lifter's, not the operator's. */
function errorSerializer(error: Error) {
  const { type, message, stack } = pino.stdSerializers.err(error)
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  return { type, message, stack, code, constraint, table }
}
