import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A push service on this machine: keeps what it is sent and answers the status that a test asks for. */
export async function pushService() {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(answers.shift() ?? 201, { location: 'http://127.0.0.1:1/elsewhere' }).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** The next answers; 201 after them. */
    answerWith: (...statuses: readonly number[]) => void answers.push(...statuses),
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

/** A browser that asked to be pushed to, and can read what comes (RFC 8291 from the other side). */
export function aBrowser(endpoint: string) {
  const pair = createECDH('prime256v1')
  const mine = pair.generateKeys()
  const auth = randomBytes(16)
  const read = (body: Buffer): string => {
    const [salt, theirs, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)]
    const input = part(pair.computeSecret(theirs), auth, Buffer.concat([Buffer.from('WebPush: info\0'), mine, theirs]), 32)
    const key = part(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const open = createDecipheriv('aes-128-gcm', key, part(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12))
    open.setAuthTag(sealed.subarray(-16))
    const text = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()])
    return text.subarray(0, text.lastIndexOf(2)).toString()
  }
  return { subscription: { endpoint, p256dh: mine.toString('base64url'), auth: auth.toString('base64url') }, read }
}

const part = (input: Uint8Array, salt: Uint8Array, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', input, salt, info, length))
