import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Frames } from './frames.ts'

const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const startUp = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0])
const request = fc.oneof(
  fc.uint8Array({ maxLength: 50 }).map((body) => message('Q', Buffer.from(body))),
  fc
    .array(fc.tuple(fc.constantFrom('P', 'B', 'D', 'E'), fc.uint8Array({ maxLength: 50 })), { maxLength: 5 })
    .map((messages) => Buffer.concat([...messages.map(([type, body]) => message(type, Buffer.from(body))), message('S', Buffer.alloc(0))])),
)

test('however a client’s bytes are cut on the way, the same requests come out', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (requests, cuts) => {
      const bytes = Buffer.concat([startUp, ...requests])
      const frames = new Frames()
      const out: Uint8Array[] = []
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const end = at + cuts[i % cuts.length]!
        out.push(...frames.take(bytes.subarray(at, end)).requests)
        at = end
      }
      expect(out.map((each) => Buffer.from(each).toString('hex'))).toEqual([startUp, ...requests].map((each) => each.toString('hex')))
    }),
  )
})

test('a client that asks for encryption is told there is none, and one that says goodbye is let go', () => {
  const frames = new Frames()
  expect(String(frames.take(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])).answer)).toBe('N')
  expect(frames.take(startUp)).toMatchObject({ ended: false })
  expect(frames.take(message('X', Buffer.alloc(0)))).toEqual({ requests: [], ended: true })
})

test('bytes that are not the protocol end the connection', () => {
  expect(new Frames().take(Buffer.from('GET / HTTP/1.1\r\n\r\n')).ended).toBe(true)
  const frames = new Frames()
  frames.take(startUp)
  expect(frames.take(Buffer.from([0x51, 0, 0, 0, 1])).ended).toBe(true)
})
