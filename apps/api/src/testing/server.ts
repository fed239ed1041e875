import { connect, type AddressInfo } from 'node:net'
import { type Endpoint, endpoint } from '@gymgenius/contracts'
import type { AthleteId, LoginSessionId } from '@gymgenius/domain'
import { z } from 'zod'
import type { Ctx } from '../platform/context.ts'
import { type App, createHttp, type HttpSettings, serve } from '../platform/http.ts'

/** An address to throw things at: it takes a note, and gives it back. */
export const echo = endpoint({
  name: 'testing.echo',
  method: 'POST',
  path: '/v1/echo',
  summary: 'Give back what was given',
  access: 'public',
  body: z.strictObject({ note: z.string().optional(), amounts: z.array(z.number()).optional() }),
  reply: z.unknown(),
  problems: [],
})

export const shout = endpoint({
  name: 'testing.shout',
  method: 'GET',
  path: '/v1/echo/{id}',
  summary: 'Give back what was asked',
  access: 'public',
  params: z.strictObject({ id: z.string().max(50) }),
  query: z.strictObject({ limit: z.string().regex(/^\d+$/).optional(), q: z.string().optional() }),
  reply: z.unknown(),
  problems: [],
})

/** An app of one's own, with endpoints made for the test. A header names the athlete who calls. */
export function anApp(ctx: Ctx, settings?: HttpSettings): App {
  const app: App = {
    http: createHttp(undefined, settings),
    ctx,
    served: [] as Endpoint[],
    authenticate: async (_, { headers: { 'x-test-athlete': named } }) =>
      typeof named === 'string'
        ? { athlete: { kind: 'athlete', athleteId: named as AthleteId, loginSessionId: named as string as LoginSessionId }, isAdmin: false }
        : undefined,
  }
  serve(app, echo, async ({ body }) => body)
  serve(app, shout, async ({ params, query }) => ({ ...params, ...query }))
  return app
}

/** Sends bytes as they are to a listening app and gives back all that came before the server hung up. */
export async function talk({ http }: App, ...pieces: readonly (string | number)[]): Promise<string> {
  if (!http.server.listening) await http.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((http.server.address() as AddressInfo).port, '127.0.0.1')
  const heard: Buffer[] = []
  const silence = new Promise<void>((resolve) => {
    socket
      .on('data', (bytes) => heard.push(bytes))
      .on('close', resolve)
      .on('error', () => resolve())
  })
  for (const piece of pieces) {
    if (typeof piece === 'number') await new Promise((resolve) => setTimeout(resolve, piece))
    else if (socket.writable) socket.write(piece)
  }
  await silence
  return Buffer.concat(heard).toString()
}

/** The status and the problem of a raw answer. */
export function heardProblem(answer: string): { status: number; code: string; isJson: boolean; closes: boolean } {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]),
    code: (JSON.parse(body) as { code: string }).code,
    isJson: /^content-type: application\/problem\+json; charset=utf-8\r?$/im.test(head),
    closes: /^connection: close\r?$/im.test(head),
  }
}
