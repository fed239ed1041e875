import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { App, FastifyReply, FastifyRequest } from './http.ts'
import { isOfApi } from './http/routing.ts'

/** Where `make build` puts the app. */
export const builtApp = fileURLToPath(new URL('../../../web/dist', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const COMPRESSES = /^(text|application)\/|svg/

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>GymGenius</title>
<h1>GymGenius is running, its app is not built</h1><p>Run <code>make build</code> and start the server again. The API is described at <a href="/docs">/docs</a>.</p>`

interface WebFile {
  readonly body: Buffer
  readonly type: string
  readonly etag: string
  readonly cache: string
}

/**
 * Serves the built app: what was on the disk at the start and nothing else, so that no path can lead elsewhere. Names with a hash
 * in them may be kept for ever; everything else is asked for anew. An address of the app itself, such as /history, is its front page.
 */
export function mountWebFiles({ http }: App, folder: string): void {
  const files = readFiles(folder)
  const front = files.get('/index.html') ?? webFile('/index.html', Buffer.from(NOT_BUILT))
  const compressed = new Map<string, Promise<Buffer>>()

  http.get('/*', { logLevel: 'warn' }, async (request, reply) => {
    const path = pathOf(request)
    const file = path === '/' ? front : (files.get(path) ?? (isPageOfApp(request, path) ? front : undefined))
    if (file === undefined) throw http.nothingHere(request)
    return send(request, reply, file)
  })

  async function send(request: FastifyRequest, reply: FastifyReply, file: WebFile) {
    reply.headers({ 'cache-control': file.cache, etag: file.etag, 'content-type': file.type, vary: 'accept-encoding' })
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
    const encoding = encodingFor(request, file)
    if (encoding === undefined) return reply.send(file.body)
    reply.header('content-encoding', encoding)
    const key = `${encoding} ${file.etag}`
    const known = compressed.get(key) ?? compress[encoding](file.body)
    compressed.set(key, known)
    return reply.send(await known)
  }
}

const compress = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
}

function encodingFor({ headers }: FastifyRequest, { type, body }: WebFile): keyof typeof compress | undefined {
  if (!COMPRESSES.test(type) || body.length < 1000) return undefined
  const accepted = String(headers['accept-encoding'] ?? '')
  return (['br', 'gzip'] as const).find((encoding) => new RegExp(`(^|[ ,])${encoding}(?! *; *q=0(\\.0*)?( *,|$))`).test(accepted))
}

function pathOf({ url }: FastifyRequest): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0]!)
  } catch {
    return '' // names nothing
  }
}

const isPageOfApp = ({ headers }: FastifyRequest, path: string) =>
  !isOfApi(path) && extname(path) === '' && String(headers.accept ?? '').includes('text/html')

function readFiles(folder: string): Map<string, WebFile> {
  const files = new Map<string, WebFile>()
  for (const entry of entriesIn(folder)) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    files.set(path, webFile(path, readFileSync(file)))
  }
  return files
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function webFile(path: string, body: Buffer): WebFile {
  return {
    body,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    cache: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
}
