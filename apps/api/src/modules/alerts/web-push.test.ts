import { createECDH } from 'node:crypto'
import type { Instant } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { mayAsk, publicOnly } from './outside.ts'
import { serverKey } from './server-key.ts'
import { encrypted, isBrowserKey, pushRequest } from './web-push.ts'
import { aBrowser } from './push.testing.ts'

test('a message is sealed as RFC 8291 prints it in appendix A', () => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url')
  const browser = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  }
  const sealed = encrypted(browser, 'When I grow up, I want to be a watermelon', pair, Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'))
  expect(Buffer.from(sealed).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('the same words never look the same on the way, and a point off the curve is no key', async () => {
  const { subscription } = aBrowser('https://push.example/1')
  const from = { secret: new Uint8Array(32).fill(7), contact: 'https://gym.example', now: 0 as Instant }
  const [one, two] = [await pushRequest(subscription, 'x', from), await pushRequest(subscription, 'x', from)]
  expect(one.body).not.toEqual(two.body)
  expect([isBrowserKey(subscription.p256dh), isBrowserKey(`B${'A'.repeat(86)}`)]).toEqual([true, false])
})

test('one secret gives one key, another secret another', () => {
  expect(key(1)).toBe(key(1))
  expect(key(1)).not.toBe(key(2))
})

test('a browser’s word leads to the internet over https, and not into the house', () => {
  for (const good of ['https://fcm.googleapis.com/fcm/send/abc', 'https://93.184.215.14/x', 'https://[2606:2800:21f::1]/x'])
    expect(mayAsk(good, false), good).toBe(true)
  for (const bad of [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:5432/x',
    'https://ann:pw@push.example/x',
    'https://localhost/x',
    'https://127.1/x',
    'https://2130706433/x',
    'https://0x7f.0.0.1/x',
    'https://10.1.2.3/x',
    'https://169.254.169.254/latest/meta-data',
    'https://100.100.100.200/x',
    'https://0.0.0.0/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[64:ff9b::7f00:1]/x',
    'https://[2002:7f00:1::]/x',
    'https://[fd00::1]/x',
    'https://[fe80::1]/x',
    'file:///etc/passwd',
    'https://',
  ])
    expect(mayAsk(bad, false), bad).toBe(false)
})

test('a name that means this machine leads nowhere', async () => {
  const found = await new Promise((done) => publicOnly('localhost', {}, (error, address) => done({ error: error?.message, address })))
  expect(found).toEqual({ error: 'localhost is not an address of the internet', address: [] })
})

const key = (byte: number) => serverKey(new Uint8Array(32).fill(byte)).publicText
