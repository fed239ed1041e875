/** What the service is told from outside, read once. `docs/reference/config.md` is printed from here. */
export const settings = [
  { name: 'ENGINE_PORT', default: '5000', about: 'Port to listen on; 0 takes a free one' },
  {
    name: 'ENGINE_HOST',
    default: '127.0.0.1',
    about: 'Address to listen on; 0.0.0.0 lets other machines in (there is no encryption: a private network only)',
  },
  { name: 'ENGINE_SOCKET', default: undefined, about: 'Path of a Unix socket to listen on instead' },
] as const

export interface Config {
  /** As gRPC names it: `127.0.0.1:5000`, `unix:/run/engine.sock`. */
  readonly address: string
}

export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault'
}

export function readConfig(from: Readonly<Record<string, string | undefined>>): Config {
  const told = (name: string) => from[name] || settings.find((setting) => setting.name === name)?.default
  const socket = told('ENGINE_SOCKET')
  if (socket !== undefined) return { address: `unix:${socket}` }
  const port = Number(told('ENGINE_PORT'))
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigurationFault('ENGINE_PORT: a whole number from 0 to 65535')
  const host = told('ENGINE_HOST')!
  return { address: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}` }
}
