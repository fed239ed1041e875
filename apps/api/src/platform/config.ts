import { dsnRefusal } from '@gymgenius/faults'
import { z } from 'zod'
import { readProviders } from './providers.ts'
import type { SealingKey } from './secrets.ts'

/** What the program is told from outside, read once. `docs/reference/config.md` is printed from here. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port to listen on; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 lets other machines in'),
  DATA_DIR: z.string().default('.data').describe('Folder of the embedded database, secrets, pictures and backups'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A Postgres server to use instead of the embedded database'),
  DATABASE_READ_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A streaming standby of that server, for statistics, which may be some seconds old; needs DATABASE_URL'),
  DATABASE_READ_LAG_SECONDS: z.coerce
    .number()
    .int()
    .min(2)
    .max(600)
    .default(10)
    .describe('With the standby further behind than this, or away, everything is read from DATABASE_URL'),
  ROLE: z
    .enum(['all', 'api', 'worker'])
    .default('all')
    .describe('What this process does: answer requests (api), do the background work (worker), or both; one alone needs DATABASE_URL'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10).describe('Connections to that server'),
  DATABASE_WAIT_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(5000)
    .default(500)
    .describe('With all of them taken, a request waits no longer than this for one, and is then told to come back'),
  DATABASE_STATEMENT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe('That server ends a statement that takes longer'),
  DATABASE_LOCK_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(10)
    .describe('That server ends a statement that waits longer for a row'),
  DATABASE_IDLE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe('That server undoes a transaction in which nothing was said for longer'),
  ENGINE_URL: z
    .string()
    .regex(/^(grpc:\/\/[^/\s]+:\d+|unix:\/\S+)$/, 'is grpc://HOST:PORT or unix:/PATH')
    .optional()
    .describe('The engine as a service, grpc://HOST:PORT or unix:/PATH; without it, and while it is away, the engine inside answers'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('A Redis that several processes share, for telling workers of work and for rate limits; needs DATABASE_URL'),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port for Prometheus to read /metrics at; 0 takes a free one; without it nothing is counted'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('A collector of traces that speaks OTLP over HTTP, e.g. http://localhost:4318; without it nothing is traced'),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[\w-]+=[^,]+(,[\w-]+=[^,]+)*$/, 'is NAME=VALUE, with commas between several')
    .optional()
    .describe('What that collector asks for in headers, NAME=VALUE, with commas between several'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe(
      'Of the traces that begin here, the share that is kept (parentbased_traceidratio); who was asked within a trace does as the asker',
    ),
  SENTRY_DSN: z
    .string()
    .superRefine((dsn, ctx) => {
      const refusal = dsnRefusal(dsn)
      if (refusal !== undefined) ctx.addIssue(refusal)
    })
    .optional()
    .describe('Whom faults of the program are told besides the log: anything that takes envelopes of Sentry, https://KEY@HOST/PROJECT'),
  SENTRY_ENVIRONMENT: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'is one word, such as staging')
    .default('production')
    .describe('Which installation that is told to be'),
  METRICS_HOST: z.string().default('127.0.0.1').describe('Address for that port: what is told there is for the operator only'),
  S3_URL: z
    .url({ protocol: /^https?$/ })
    .regex(/^https?:\/\/[^/?#]+\/[^/?#]+(\/[^/?#]+)*\/?$/, 'is https://SERVER/BUCKET or https://SERVER/BUCKET/PREFIX')
    .optional()
    .describe(
      'Where pictures go instead of a folder of DATA_DIR: anything that speaks S3, https://SERVER/BUCKET/PREFIX, for this database alone',
    ),
  S3_KEY_ID: z.string().min(1).max(500).optional().describe('Name of the key to that bucket'),
  S3_SECRET_KEY: z.string().min(1).max(500).optional().describe('The key to that bucket'),
  S3_REGION: z.string().min(1).max(100).default('us-east-1').describe('Region of that bucket, where the server asks for one'),
  DRAIN_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(300)
    .default(0)
    .describe('Told to stop, go on answering for so long while /readyz says no, so that a load balancer turns away first'),
  EMBEDDER_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('A server of embeddings for searching movements by meaning, e.g. http://localhost:11434; without it the one inside answers'),
  EMBEDDER_SPEAKS: z
    .enum(['ollama', 'openai'])
    .default('ollama')
    .describe('What that server speaks; openai: also others of that protocol, with the address that ends before /embeddings'),
  EMBEDDER_MODEL: z
    .string()
    .min(1)
    .max(200)
    .default('nomic-embed-text')
    .describe('The model it is asked for; it must give at most 768 numbers'),
  EMBEDDER_KEY: z.string().min(1).max(500).optional().describe('A key that the server of embeddings asks for'),
  PUSH_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'is mailto:SOMEBODY@EXAMPLE or https://…')
    .optional()
    .describe('Whom a push service may write to about this server, mailto:… or https://…; without it ORIGIN is named'),
  PUSH_TO_PRIVATE_NETWORKS: z
    .stringbool()
    .default(false)
    .describe('Send pushes also to this machine and private networks, over http too: only for a push service of your own'),
  DISK_RESERVE_MB: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(256)
    .describe('With less free on its disk the embedded database takes no more changes: full to the brim, it would die'),
  ORIGIN: z.url().optional().describe('Address of the app as browsers see it, e.g. https://gym.example; learned from requests when absent'),
  MAIL_URL: z
    .string()
    .regex(/^(smtps?:\/\/[^\s/]+.*|file:\S+|console:)$/, 'is smtp://USER:PASSWORD@HOST:PORT, smtps://…, file:FOLDER or console:')
    .optional()
    .describe(
      'Who takes mail: smtp://USER:PASSWORD@HOST:PORT, smtps://…, file:FOLDER (a file each) or console: (printed); without it no mail is sent. Needs ORIGIN with smtp',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+$/, 'is one line')
    .max(320)
    .optional()
    .describe('Whom mail is from, e.g. GymGenius <gym@example.com>; without it noreply at the host of ORIGIN'),
  REGISTRATION: z.enum(['open', 'invite', 'closed']).default('invite').describe('Who may open an account after the first one'),
  OIDC_PROVIDERS: z
    .string()
    .optional()
    .describe(
      'Who else may say who somebody is, as a JSON list of {"id", "name", "issuer", "clientId", "clientSecret"}: see docs/recipes/sign-in-by-a-provider.md. Needs ORIGIN',
    )
    .transform(readProviders),
  SERVER_SECRET: z
    .string()
    .regex(/^[\w-]{43}$/, 'is 32 bytes as base64url')
    .optional()
    .describe('Signs access tokens, 32 bytes as base64url, the same for every process; without it one is kept in DATA_DIR'),
  SEALING_KEYS: z
    .string()
    .optional()
    .describe(
      'Keys that secrets in the database are sealed with, NAME:SECRET, newest first, with commas between; without it they are kept in DATA_DIR',
    ),
  TOTP_SKEW: z.coerce
    .number()
    .int()
    .min(0)
    .max(1)
    .default(1)
    .describe('How many codes back a code of an authenticator is still taken; 0 takes the present one only'),
  ACCESS_TOKEN_MINUTES: z.coerce.number().min(1).max(60).default(10).describe('Life of an access token'),
  REFRESH_TOKEN_DAYS: z.coerce.number().min(1).max(365).default(30).describe('Life of a sign-in'),
  REFRESH_IDLE_DAYS: z.coerce.number().min(1).max(365).default(7).describe('A sign-in that was not used for so long ends'),
  AUDIT_DAYS: z.coerce.number().int().min(90).max(36_500).default(730).describe('How long the audit log is kept'),
  ERASURE_GRACE_HOURS: z.coerce
    .number()
    .min(0)
    .max(720)
    .default(24)
    .describe('How long somebody who has asked for their account to be erased can take that back'),
  REGISTRATIONS_PER_HOUR: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(20)
    .describe('Accounts that one network may open in an hour'),
  RATE_LIMIT_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000_000)
    .default(600)
    .describe('Requests a minute that one account, or one network without an account, may make'),
  SHED_LOOP_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(60_000)
    .default(500)
    .describe('With turns of the event loop this late on average over five seconds, callers are turned away with 503; 0 turns nobody away'),
  TLS: z.enum(['auto', 'off']).default('off').describe('auto: serve https with a certificate of our own, for phones in the local network'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('How much is logged'),
  TRUST_PROXY: z.stringbool().default(false).describe('Believe X-Forwarded-* headers (only behind a proxy of yours)'),
})

/** What can be said from outside, with its default and what it is for; the reference page is printed from it. */
export const settings: readonly { readonly name: string; readonly default: string | undefined; readonly about: string }[] = Object.entries(
  schema.shape,
).map(([name, value]) => {
  const unset = value.safeParse(undefined).data
  return { name, default: unset === undefined ? undefined : String(unset), about: value.description ?? innerDescription(value) }
})

function innerDescription(value: z.ZodType): string {
  const inner: unknown = 'unwrap' in value ? (value.unwrap as () => unknown)() : 'in' in value ? value.in : undefined
  return inner instanceof z.ZodType ? (inner.description ?? innerDescription(inner)) : ''
}

export type Environment = z.infer<typeof schema>

export interface Config {
  readonly environment: Environment
  /** Key of access tokens, cursors and cookies; made at first start and kept in the data folder. */
  readonly secret: Uint8Array
  /** What secrets in the database are sealed with, newest first. */
  readonly sealingKeys: readonly SealingKey[]
  readonly version: string
}

/** Every fault of the environment at once. */
export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    )
    this.faults = faults
  }
}

/** Reads the environment once; names every fault together and prints no value that could be a secret. */
export function readEnvironment(from: Readonly<Record<string, string | undefined>>): Environment {
  const result = schema.safeParse(Object.fromEntries(Object.entries(from).filter(([, value]) => value !== '')))
  const faults = result.success
    ? contradictions(result.data)
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (result.success && faults.length === 0) return result.data
  throw new ConfigurationFault(faults)
}

/** What each variable may say, and all together may not. */
function contradictions(environment: Environment): string[] {
  const { ROLE, DATABASE_URL, DATABASE_READ_URL, REDIS_URL, MAIL_URL, ORIGIN, OIDC_PROVIDERS, S3_URL, S3_KEY_ID, S3_SECRET_KEY } =
    environment
  const faults: string[] = []
  if (ROLE !== 'all' && DATABASE_URL === undefined)
    faults.push(`ROLE: ${ROLE} needs DATABASE_URL: the embedded database belongs to one process, which must do everything`)
  if (DATABASE_READ_URL !== undefined && DATABASE_URL === undefined)
    faults.push('DATABASE_READ_URL: needs DATABASE_URL: the embedded database has no standby')
  if (REDIS_URL !== undefined && DATABASE_URL === undefined)
    faults.push('REDIS_URL: needs DATABASE_URL: the embedded database belongs to one process, which has nobody to tell')
  if (S3_URL !== undefined && (S3_KEY_ID === undefined || S3_SECRET_KEY === undefined))
    faults.push('S3_URL: needs S3_KEY_ID and S3_SECRET_KEY')
  // A link in a mail leads where we say and never where a request says it came to: whoever forges a Host would get the reset.
  if (MAIL_URL?.startsWith('smtp') === true && ORIGIN === undefined)
    faults.push('ORIGIN: must be set where mail is sent, for the links in it')
  if (OIDC_PROVIDERS.length > 0 && ORIGIN === undefined)
    faults.push('ORIGIN: must be set where people sign in by a provider, which sends them back there')
  return faults
}

/** Where the app is, for links that leave the house. */
export const appAddress = ({ ORIGIN, PORT }: Environment): string => (ORIGIN ?? `http://localhost:${PORT}`).replace(/\/+$/, '')

export const VERSION = '0.1.0'
