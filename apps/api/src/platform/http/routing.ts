import type { IncomingMessage } from 'node:http'
import { Problem } from '@gymgenius/contracts'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'

export interface Signpost {
  watch(http: FastifyInstance): void
  /** 404 where nothing is, and 405 with `Allow` where something is that does not answer this method. */
  nothingHere(request: FastifyRequest): Problem
  /**
   * The address that is meant: a browser that opens /settings wants the page, not the alias of the API that has the same name;
   * and one with a mistyped address wants the app to say so, not a problem for programs.
   */
  meant(request: IncomingMessage): string
}

/** Watches routes being made, so that the answer is always that of the routes there are. Wildcards answer for nobody. */
export function signpost(): Signpost {
  const routes = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>()
  const aliases: RegExp[] = []
  const notice = ({ url, method, config }: RouteOptions) => {
    if (url.includes('*')) return
    const route = routes.get(url) ?? { pattern: patternOf(url), methods: new Set() }
    for (const name of [method].flat()) route.methods.add(name)
    routes.set(url, route)
    if (config?.endpoint?.method === 'GET' && config.endpoint.path !== url.replaceAll(/:(\w+)/g, '{$1}')) aliases.push(route.pattern)
  }
  return {
    watch: (http) => http.addHook('onRoute', notice),
    nothingHere: (request) => {
      const path = pathOf(request.raw)
      const allow = [...routes.values()].flatMap(({ pattern, methods }) => (pattern.test(path) ? [...methods] : []))
      return allow.length === 0
        ? new Problem('request.not_found')
        : new Problem('request.method_not_allowed', { allow: [...new Set(allow)].sort() })
    },
    meant: (request) => {
      const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true
      const path = pathOf(request)
      const isForApp = aliases.some((alias) => alias.test(path)) || (!isReadable(path) && !isOfApi(path))
      return isPage && isForApp ? '/' : (request.url ?? '/')
    },
  }
}

/** Paths of the API: what is not there is not the app either. */
export const isOfApi = (path: string) => /^\/(v1|auth|docs|problems|healthz|readyz|openapi\.json)(\/|$)/.test(path)

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

const pathOf = ({ url = '/' }: IncomingMessage) => url.split('?')[0]!

function patternOf(url: string): RegExp {
  const segments = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[^\w-]/g, '\\$&')))
  return new RegExp(`^${segments.join('/')}$`)
}

/** HTTP/1.1 asks for exactly one Host; two could mean one thing to a proxy and another to us. */
export function refuseBadHost(request: FastifyRequest): void {
  const { rawHeaders, httpVersion } = request.raw
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]!.toLowerCase() === 'host') hosts++
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) throw new Problem('request.malformed', { header: 'host' })
}
