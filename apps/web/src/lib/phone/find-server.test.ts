import { describe, expect, test } from 'vitest'
import { addressOf, findServer } from './find-server.ts'

test.for([
  ['gym.example', 'https://gym.example'],
  ['  gym.example:8443 ', 'https://gym.example:8443'],
  ['https://gym.example/today?x=1', 'https://gym.example'],
  ['HTTPS://Gym.Example', 'https://gym.example'],
  ['https://ann:secret@gym.example', 'https://gym.example'],
  ['192.168.1.20:4000', 'https://192.168.1.20:4000'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['http://gym.example', 'not_https'],
  ['http://localhost.example', 'not_https'],
  ['', 'not_an_address'],
  ['my gym', 'not_an_address'],
  ['ftp://gym.example', 'not_an_address'],
  ['file:///etc/passwd', 'not_an_address'],
] as const)('%s is read as %s', ([typed, meant]) => {
  expect(addressOf(typed)).toBe(meant)
})

const saying = (said: unknown, status = 200) => (() => Promise.resolve(Response.json(said, { status }))) as typeof fetch

describe('who lives at an address', () => {
  test('a GymGenius is taken, by its origin', async () => {
    expect(await findServer('gym.example/today', saying({ product: 'GymGenius' }))).toEqual({ address: 'https://gym.example' })
  })
  test.for([{}, null, 'hello', { product: 'Grafana' }, { version: '0.1.0', registration: 'open' }])(
    'somebody who says %j is not',
    async (said) => {
      expect(await findServer('gym.example', saying(said))).toBe('not_gymgenius')
    },
  )
  test('silence, and a house that is only starting, are told from a stranger', async () => {
    expect(await findServer('gym.example', saying({ code: 'server.busy' }, 503))).toBe('no_answer')
    expect(await findServer('gym.example', () => Promise.reject(new TypeError('refused')))).toBe('no_answer')
  })
  test('over plain http nobody is asked', async () => {
    let asked = 0
    await findServer('http://gym.example', () => (asked++, Promise.reject(new Error('asked'))))
    expect(asked).toBe(0)
  })
})
