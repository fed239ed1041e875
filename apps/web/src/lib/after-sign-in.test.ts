import { expect, test } from 'vitest'
import { openedAt } from './after-sign-in.ts'

test('who signs in comes to the address they had opened', () => {
  expect(openedAt('/programs/01a204d9-9699-7340-beb2-f7d0ef2a3459/text')).toBe('/programs/01a204d9-9699-7340-beb2-f7d0ef2a3459/text')
})

test.for([
  ['nothing', null],
  ['the sign-in itself', '/sign-in'],
  ['the root', '/'],
  ['another host', '//evil.test'],
  ['another host behind a path', '/programs//evil.test'],
  ['a whole address', 'https://evil.test/programs'],
  ['a script', 'javascript:alert(1)'],
  ['a backslash', '/\\evil.test'],
  ['something else', { to: '/programs' }],
] as const)('%s is nowhere to come back to', ([, said]) => {
  expect(openedAt(said)).toBe('/today')
})
