import { readFile } from 'node:fs/promises'
import { problems, type ProblemCode, Problem } from '@gymgenius/contracts'
import type { App } from '../../platform/http.ts'
import { openApiOf } from './openapi.ts'

/** The API described: for programs, and for people. */
export function docsRoutes({ http, ctx, served }: App) {
  let printed: string | undefined // once every room has mounted its doors
  http.get('/openapi.json', async (_, reply) => {
    printed ??= JSON.stringify(openApiOf(served, ctx.config.version))
    return reply.type('application/json; charset=utf-8').send(printed)
  })

  http.get<{ Params: { code: string } }>('/problems/:code', async ({ params: { code } }) => {
    if (!Object.hasOwn(problems, code)) throw new Problem('request.not_found')
    return { type: `/problems/${code}`, code, ...problems[code as ProblemCode] }
  })

  http.get('/docs', async (_, reply) => {
    void reply.header('content-security-policy', withoutTrustedTypes(reply.getHeader('content-security-policy')))
    return reply.type('text/html; charset=utf-8').send(page)
  })
  for (const [name, { type, read }] of Object.entries(files)) {
    http.get(`/docs/${name}`, async (_, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=3600')
        .send(await read()),
    )
  }
}

/** The page's library writes HTML of its own making; it still loads nothing from elsewhere, and nothing runs inline. */
const withoutTrustedTypes = (policy: unknown) => String(policy).replace("; require-trusted-types-for 'script'", '')

const library = (name: string) => {
  const at = new URL(import.meta.resolve(`swagger-ui-dist/${name}`))
  return () => readFile(at)
}

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null, docExpansion: 'list' })\n`

const files: Readonly<Record<string, { readonly type: string; readonly read: () => Promise<Buffer | string> }>> = {
  'swagger-ui.css': { type: 'text/css; charset=utf-8', read: library('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: 'text/javascript; charset=utf-8', read: library('swagger-ui-bundle.js') },
  'start.js': { type: 'text/javascript; charset=utf-8', read: async () => start },
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>The GymGenius API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <main id="docs"></main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`
