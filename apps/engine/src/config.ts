import { dsnRefusal } from '@gymgenius/faults'

/** What the service is told from outside, read once. `docs/reference/config.md` is printed from here. */
export const settings = [
  { name: 'ENGINE_PORT', default: '5000', about: 'Port to listen on; 0 takes a free one' },
  {
    name: 'ENGINE_HOST',
    default: '127.0.0.1',
    about: 'Address to listen on; 0.0.0.0 lets other machines in (there is no encryption: a private network only)',
  },
  { name: 'ENGINE_SOCKET', default: undefined, about: 'Path of a Unix socket to listen on instead' },
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', default: undefined, about: 'As above: the collector of traces' },
  { name: 'OTEL_EXPORTER_OTLP_HEADERS', default: undefined, about: 'As above' },
  { name: 'OTEL_TRACES_SAMPLER_ARG', default: '1', about: 'As above' },
  { name: 'SENTRY_DSN', default: undefined, about: 'As above: whom faults are told' },
  { name: 'SENTRY_ENVIRONMENT', default: 'production', about: 'As above' },
] as const

export interface Config {
  /** As gRPC names it: `127.0.0.1:5000`, `unix:/run/engine.sock`. */
  readonly address: string
  readonly sentry?: { readonly dsn: string; readonly environment: string }
  readonly traces?: { readonly endpoint: string; readonly headers: string | undefined; readonly share: number }
}

export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault'
}

export function readConfig(from: Readonly<Record<string, string | undefined>>): Config {
  const told = (name: string) => from[name] || settings.find((setting) => setting.name === name)?.default
  const socket = told('ENGINE_SOCKET')
  const watchers = { ...tracesFrom(told), ...sentryFrom(told) }
  if (socket !== undefined) return { address: `unix:${socket}`, ...watchers }
  const port = Number(told('ENGINE_PORT'))
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigurationFault('ENGINE_PORT: a whole number from 0 to 65535')
  const host = told('ENGINE_HOST')!
  return { address: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`, ...watchers }
}

function tracesFrom(told: (name: string) => string | undefined): Pick<Config, 'traces'> {
  const endpoint = told('OTEL_EXPORTER_OTLP_ENDPOINT')
  if (endpoint === undefined) return {}
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint))
    throw new ConfigurationFault('OTEL_EXPORTER_OTLP_ENDPOINT: an http address')
  const share = Number(told('OTEL_TRACES_SAMPLER_ARG'))
  if (!(share >= 0 && share <= 1)) throw new ConfigurationFault('OTEL_TRACES_SAMPLER_ARG: a number from 0 to 1')
  return { traces: { endpoint, headers: told('OTEL_EXPORTER_OTLP_HEADERS'), share } }
}

function sentryFrom(told: (name: string) => string | undefined): Pick<Config, 'sentry'> {
  const dsn = told('SENTRY_DSN')
  if (dsn === undefined) return {}
  const refusal = dsnRefusal(dsn)
  if (refusal !== undefined) throw new ConfigurationFault(`SENTRY_DSN: ${refusal}`)
  return { sentry: { dsn, environment: told('SENTRY_ENVIRONMENT')! } }
}
