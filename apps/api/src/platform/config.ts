import { z } from 'zod'

/** What the program is told from outside, read once. `docs/reference/config.md` is printed from here. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port to listen on; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 lets other machines in'),
  DATA_DIR: z.string().default('.data').describe('Folder of the embedded database, secrets and backups'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A Postgres server to use instead of the embedded database'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10).describe('Connections to that server'),
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
  REGISTRATION: z.enum(['open', 'invite', 'closed']).default('invite').describe('Who may open an account after the first one'),
  ACCESS_TOKEN_MINUTES: z.coerce.number().min(1).max(60).default(10).describe('Life of an access token'),
  REFRESH_TOKEN_DAYS: z.coerce.number().min(1).max(365).default(30).describe('Life of a sign-in'),
  REFRESH_IDLE_DAYS: z.coerce.number().min(1).max(365).default(7).describe('A sign-in that was not used for so long ends'),
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
  const inner: unknown = 'unwrap' in value ? (value.unwrap as () => unknown)() : undefined
  return inner instanceof z.ZodType ? (inner.description ?? innerDescription(inner)) : ''
}

export type Environment = z.infer<typeof schema>

export interface Config {
  readonly environment: Environment
  /** Key of access tokens, cursors and cookies; made at first start and kept in the data folder. */
  readonly secret: Uint8Array
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
  if (result.success) return result.data
  throw new ConfigurationFault(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}

export const VERSION = '0.1.0'
