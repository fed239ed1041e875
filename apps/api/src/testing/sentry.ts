import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ToldFault {
  readonly transaction: string
  readonly release: string
  readonly environment: string
  readonly tags: Readonly<Record<string, string | number>>
  readonly sdk: { readonly settings?: object }
  readonly exception: {
    readonly values: readonly {
      readonly type: string
      readonly value: string
      readonly stacktrace?: { readonly frames: readonly { readonly filename: string; readonly function?: string }[] }
    }[]
  }
}

/** Something on this machine that takes the envelopes of Sentry: what it was told, as it came and as faults. */
export async function aSentry() {
  const bodies: string[] = []
  let status = 200
  let headers: Record<string, string> = {}
  const server = createServer((request, reply) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url!, 'http://here')
      if (request.method !== 'POST' || pathname !== '/api/7/envelope/' || searchParams.get('sentry_key') !== 'publickey')
        return void reply.writeHead(404).end()
      bodies.push(Buffer.concat(pieces).toString())
      reply.writeHead(status, headers).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    dsn: `http://publickey@127.0.0.1:${(server.address() as AddressInfo).port}/7`,
    bodies,
    answer: (code: number, says: Record<string, string> = {}) => void ([status, headers] = [code, says]),
    events: (): ToldFault[] => bodies.flatMap(eventsIn),
  }
}

/** An envelope is lines of JSON: its head, and for each item a head and what it holds. */
function eventsIn(envelope: string): ToldFault[] {
  const [, ...items] = envelope
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  return items.flatMap((item, i) => (i % 2 === 1 && (items[i - 1] as { type: string }).type === 'event' ? [item as ToldFault] : []))
}
