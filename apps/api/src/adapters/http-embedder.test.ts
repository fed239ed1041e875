import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { library, libraryFinder } from '@gymgenius/catalog'
import { expect, test as base } from 'vitest'
import { type EmbedderAway, httpEmbedder } from './http-embedder.ts'

type Answer = (
  asked: { model: string; input: string[] },
  request: IncomingMessage,
) => { status?: number; body: string; location?: string; afterMs?: number }

/** A server of embeddings on this machine that answers as the test says. */
const test = base.extend('serving', async ({}, { onCleanup }) => {
  const servers: Server[] = []
  onCleanup(() => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })
  return async (answer: Answer) => {
    const calls: { url: string; authorization: string | undefined }[] = []
    const server = createServer((request, reply) => {
      let text = ''
      request.on('data', (chunk: Buffer) => (text += chunk.toString()))
      request.on('end', () => {
        calls.push({ url: request.url ?? '', authorization: request.headers.authorization })
        const { status = 200, body, location, afterMs = 0 } = answer(JSON.parse(text || '{}') as never, request)
        setTimeout(() => reply.writeHead(status, location === undefined ? {} : { location }).end(body), afterMs)
      })
    })
    servers.push(server)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls }
  }
})

const some = libraryFinder().movements.slice(0, 40)
/** Numbers that tell one text from another. */
const vectorFor = (text: string, length = 768) => Array.from({ length }, (_, at) => (text.charCodeAt(at % text.length) % 17) - 8)
const ollama: Answer = ({ input }) => ({ body: JSON.stringify({ embeddings: input.map((text) => vectorFor(text)) }) })
const openai: Answer = ({ input }) => ({
  // Out of order, as the protocol allows.
  body: JSON.stringify({ data: input.map((text, index) => ({ index, embedding: vectorFor(text) })).toReversed() }),
})

test('Ollama and a server of OpenAI’s protocol give the same vectors, each asked at its own address, in batches', async ({ serving }) => {
  const one = await serving(ollama)
  const two = await serving(openai)
  const vectors = await httpEmbedder({ url: one.url, model: 'm', speaks: 'ollama' }).movements(some)
  expect(vectors).toHaveLength(40)
  expect(Math.hypot(...vectors[39]!)).toBeCloseTo(1, 5)
  expect(await httpEmbedder({ url: `${two.url}/v1/`, model: 'm', speaks: 'openai', key: 'k' }).movements(some)).toEqual(vectors)
  expect(one.calls.map(({ url }) => url)).toEqual(['/api/embed', '/api/embed'])
  const asked = { url: '/v1/embeddings', authorization: 'Bearer k' }
  expect(two.calls).toEqual([asked, asked])
})

test('a model of fewer numbers is kept as it is, and one of more is refused in a sentence', async ({ serving }) => {
  const small = await serving(({ input }) => ({ body: JSON.stringify({ embeddings: input.map((text) => vectorFor(text, 384)) }) }))
  const vector = await httpEmbedder({ url: small.url, model: 'm', speaks: 'ollama' }).question('chest')
  expect([vector.length, vector.slice(384).every((value) => value === 0)]).toEqual([768, true])
  const large = await serving(({ input }) => ({ body: JSON.stringify({ embeddings: input.map((text) => vectorFor(text, 1024)) }) }))
  await expect(httpEmbedder({ url: large.url, model: 'm', speaks: 'ollama' }).question('chest')).rejects.toThrow(
    'The model gives 1024 numbers',
  )
})

test.for<[string, Answer, string]>([
  ['is slow', () => ({ body: '{}', afterMs: 20_000 }), 'does not answer'],
  ['fails', () => ({ status: 500, body: 'oops' }), 'answered 500'],
  ['says something else', () => ({ body: '<html>' }), 'answered something else'],
  ['forgets one', () => ({ body: '{"embeddings":[]}' }), 'answered something else'],
  ['gives words for numbers', () => ({ body: '{"embeddings":[["a"]]}' }), 'answered something else'],
  ['talks without end', () => ({ body: 'x'.repeat(9_000_000) }), 'says too much'],
  ['sends us elsewhere', () => ({ status: 302, body: '', location: 'http://127.0.0.1:1/' }), 'does not answer'],
])('a server that %s is away', async ([, answer, says], { serving }) => {
  const { url } = await serving(answer)
  const asked = httpEmbedder({ url, model: 'm', speaks: 'ollama', questionMs: 3000 }).question('chest')
  await expect(asked).rejects.toThrow(says)
  await expect(asked).rejects.toMatchObject({ name: 'EmbedderAway' } satisfies Partial<EmbedderAway>)
})

test('vectors of another model, or of another library, are of another space', () => {
  expect(space('a')).not.toBe(space('b'))
  expect(space('a')).toContain(library().detailsHash)
})

const space = (model: string) => httpEmbedder({ url: 'http://localhost:1', model, speaks: 'ollama' }).space()
