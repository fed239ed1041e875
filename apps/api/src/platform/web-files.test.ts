import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test as base } from '../testing/test.ts'
import { mountWebFiles } from './web-files.ts'

const script = `export const answer = ${'42 + '.repeat(500)}0\n`
const html = { accept: 'text/html,*/*' }

const test = base.extend('web', async ({ api }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-web-'))
  onCleanup(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<title>App</title>')
  await writeFile(join(folder, 'service-worker.js'), '// sw')
  await writeFile(join(folder, 'manifest.webmanifest'), '{}')
  await writeFile(join(folder, 'assets', 'index-a1b2c3.js'), script)
  mountWebFiles(api.app, folder)
  return api
})

test('the app opens at its front and at every address of its own', async ({ web }) => {
  for (const path of ['/', '/history', '/movements/019caf80-0000-7000-8000-000000000001?tab=chart']) {
    const reply = await web.get(path, html)
    expect([reply.statusCode, reply.headers['content-type'], reply.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect(reply.body).toBe('<title>App</title>')
  }
})

test('a browser with a mistyped address gets the app, which says so; a program gets the problem', async ({ web }) => {
  const page = await web.get('/history/%zz', html)
  expect([page.statusCode, page.body]).toEqual([200, '<title>App</title>'])
  expect((await web.get('/history/%zz', { accept: 'application/json' })).statusCode).toBe(400)
  expect((await web.get('/v1/workouts/%zz', html)).statusCode).toBe(400)
})

test('what does not exist in the API, or asks for no page, is not the app', async ({ web }) => {
  for (const path of ['/v1/nonsense', '/auth/nonsense', '/assets/gone-1234.js', '/healthz/deeper', '/picture.png']) {
    expect((await web.get(path, html)).statusCode).toBe(404)
  }
  expect((await web.get('/history', { accept: 'application/json' })).statusCode).toBe(404)
})

test('files whose names carry their hash are kept for ever, the others are asked for anew', async ({ web }) => {
  const cache = async (path: string) => (await web.get(path)).headers['cache-control']
  expect(await cache('/assets/index-a1b2c3.js')).toBe('public, max-age=31536000, immutable')
  for (const path of ['/service-worker.js', '/manifest.webmanifest', '/index.html']) expect(await cache(path)).toBe('no-cache')
  const { etag } = (await web.get('/service-worker.js')).headers
  expect((await web.get('/service-worker.js', { 'if-none-match': String(etag) })).statusCode).toBe(304)
})

test('a phone gets scripts squeezed in the way it understands', async ({ web }) => {
  const asked = async (encoding: string) =>
    web.raw({ method: 'GET', url: '/assets/index-a1b2c3.js', headers: { 'accept-encoding': encoding } })
  const brotli = await asked('gzip, deflate, br')
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8' })
  expect(String(brotliDecompressSync(brotli.rawPayload))).toBe(script)
  expect(String(gunzipSync((await asked('gzip;q=1.0, br;q=0')).rawPayload))).toBe(script)
  expect((await asked('identity')).body).toBe(script)
})

test('no path leads out of the folder', async ({ web }) => {
  for (const path of ['/../package.json', '/..%2f..%2fetc%2fpasswd', '/assets/%2e%2e/%2e%2e/secret', '/%']) {
    const reply = await web.raw({ method: 'GET', url: path })
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
  }
})
