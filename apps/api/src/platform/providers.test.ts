import { expect, test } from 'vitest'
import { readEnvironment } from './config.ts'

const ORIGIN = 'https://gym.example'
const home = { id: 'home', name: 'Home login', issuer: 'https://login.example', clientId: 'gymgenius', clientSecret: 'very secret' }
const read = (...named: object[]) => readEnvironment({ ORIGIN, OIDC_PROVIDERS: JSON.stringify(named) }).OIDC_PROVIDERS

test('nobody is asked who somebody is unless somebody was named', () => {
  expect(readEnvironment({}).OIDC_PROVIDERS).toEqual([])
  expect(read(home)).toEqual([{ ...home, issuer: 'https://login.example/' }])
  expect(read({ ...home, issuer: 'http://127.0.0.1:9000/realm' })[0]?.issuer).toBe('http://127.0.0.1:9000/realm')
})

test.for<[string, object[], RegExp]>([
  ['plain http elsewhere', [{ ...home, issuer: 'http://login.example' }], /0 issuer is an https address/],
  [
    'the page of the discovery',
    [{ ...home, issuer: 'https://login.example/.well-known/openid-configuration' }],
    /0 issuer is what stands before/,
  ],
  ['an id that is no word', [{ ...home, id: 'Home login' }], /0 id is a short word/],
  ['no secret', [{ ...home, clientSecret: '' }], /0 clientSecret/],
  ['one named twice', [home, { ...home, name: 'Again', issuer: 'https://other.example' }], /two have the same id/],
  ['one issuer twice', [home, { ...home, id: 'again' }], /two have the same issuer/],
])('a list with %s is refused, without its secrets', ([, named, says]) => {
  expect(() => read(...named)).toThrow(says)
  expect(() => read(...named)).not.toThrow(/very secret/)
})

test('what is no list, and a server that does not know its own address, are refused', () => {
  expect(() => readEnvironment({ ORIGIN, OIDC_PROVIDERS: '{very secret' })).toThrow(/^(?!.*very secret)[^]*OIDC_PROVIDERS/)
  expect(() => readEnvironment({ OIDC_PROVIDERS: JSON.stringify([home]) })).toThrow(/ORIGIN: must be set/)
})
