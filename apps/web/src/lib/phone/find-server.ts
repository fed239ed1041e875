import type { Api } from '@gymgenius/contracts'

type ServerInfo = Api['GET /v1/server']['reply']

export type ServerFault = 'not_an_address' | 'not_https' | 'no_answer' | 'not_gymgenius'

/** Longer than a house at the end of a slow line takes. */
const PATIENCE_MS = 15_000

/** The address that a lifter means by what they typed: `gym.example` is `https://gym.example`; paths and names in it are left off. */
export function addressOf(typed: string): string | ServerFault {
  const text = typed.trim()
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || text === '' || /\s/.test(text)) return 'not_an_address'
  if (url.protocol === 'https:') return url.origin
  if (url.protocol !== 'http:') return 'not_an_address'
  // Our pages are secure, so the system lets them call this very device over http and nothing else.
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname) ? url.origin : 'not_https'
}

/** Asks who lives there. An address only where a GymGenius answered. */
export async function findServer(typed: string, ask: typeof fetch = fetch): Promise<{ readonly address: string } | ServerFault> {
  const address = addressOf(typed)
  if (!address.startsWith('http')) return address as ServerFault
  let response: Response
  try {
    response = await ask(`${address}/v1/server`, { credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch {
    return 'no_answer'
  }
  if (response.status >= 500) return 'no_answer' // a proxy in its place, or a house that is just starting
  const said = (await response.json().catch(() => undefined)) as Partial<ServerInfo> | null | undefined
  return said?.product === 'GymGenius' ? { address } : 'not_gymgenius'
}
