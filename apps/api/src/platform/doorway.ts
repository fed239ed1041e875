import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Certificates } from './certificates.ts'

const AUTHORITY_PATH = '/gymgenius-authority.crt'

/**
 * Plain http beside an https of our own making, on the next port: hands out the authority that a phone must trust first, and sends
 * everything else to https. It carries nothing secret.
 */
export async function openDoorway(
  host: string,
  httpsPort: number,
  certificates: Certificates,
): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer((request, reply) => answer(request, reply, httpsPort, certificates))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(httpsPort + 1, host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${certificates.addresses[0] ?? 'localhost'}:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function answer({ url = '/', headers, method }: IncomingMessage, reply: ServerResponse, httpsPort: number, { authority }: Certificates) {
  const host = /^[\w.-]+(?=:\d+$|$)/.exec(headers.host ?? '')?.[0] ?? 'localhost'
  const secure = `https://${host}:${httpsPort}`
  if (method !== 'GET' && method !== 'HEAD') reply.writeHead(405, { allow: 'GET, HEAD' }).end()
  else if (url === AUTHORITY_PATH) {
    reply.writeHead(200, { 'content-type': 'application/x-x509-ca-cert', 'content-disposition': 'attachment' }).end(authority)
  } else if (url === '/') {
    const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(page(secure))
  } else reply.writeHead(307, { location: `${secure}${url.startsWith('//') ? '/' : url}` }).end()
}

const page = (secure: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>GymGenius on this phone</title><style>body{font:1.1rem/1.5 system-ui;max-width:34rem;margin:2rem auto;padding:0 1rem}</style>
<h1>GymGenius on this phone</h1>
<p>Offline logging, the rest timer and installing the app need a connection that this phone trusts. Once:</p>
<ol><li><a href="${AUTHORITY_PATH}">Download the certificate of this server</a>. It can speak for addresses in your own network only.
<li>Trust it. iPhone: Settings → Profile downloaded → Install, then General → About → Certificate Trust Settings.
Android: Settings → Security → Install a certificate → CA certificate.
<li><a href="${secure}/">Open GymGenius</a>.</ol>`
