import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { knownSchemes } from '@gymgenius/engine/programming'
import { beforeAll, expect, test } from 'vitest'
import { sourceMessages, translations } from '../../words-module.ts'

let sessionName: (name: string) => string
beforeAll(async () => {
  const said = await translations('de')
  i18n.load('de', Object.fromEntries(sourceMessages().map(({ id, message }) => [id, compileMessage(said.get(id) || message)])))
  i18n.activate('de')
  ;({ sessionName } = await import('./session-names.ts'))
})

test('who reads German reads the names that a program gave to its sessions in German, of two that became one too', () => {
  expect(['Upper body A', 'Push C', 'Cardio', 'Legs, squat first'].map(sessionName)).toEqual([
    'Oberkörper A',
    'Drücken C',
    'Ausdauer',
    'Beine, Kniebeuge zuerst',
  ])
  expect(sessionName('Push A + Legs B')).toBe('Drücken A + Beine B')
})

test('what a lifter wrote stays as it is', () => {
  for (const own of ['Push', 'push A', 'Push D', 'Upper body', 'Leg day', 'Push A + yoga', 'Toby A', '', ' + '])
    expect(sessionName(own)).toBe(own)
})

test('no day of a well-known program is left in English', () => {
  const names = knownSchemes.flatMap(({ phases }) => phases.flatMap(({ days }) => days.map(({ name }) => name)))
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => !/^[AB]$/.test(name) && sessionName(name) === name)).toEqual([])
})

test('no session that the engine names has a name without words here', () => {
  const source = Object.values(
    import.meta.glob<string>('../../../../packages/engine/src/programming/session.ts', { query: '?raw', import: 'default', eager: true }),
  )[0]!
  const [, focuses] = /const NAMES[^{]*\{([^}]*)\}/.exec(source)!
  const about = [...focuses!.matchAll(/'([^']+)'/g)].map(([, name]) => `${name} A`)
  const others = [...source.matchAll(/return '([A-Z][^']+)'/g)].map(([, name]) => name!)
  expect([about.length, others.length]).toEqual([6, 3])
  expect([...about, ...others].filter((name) => sessionName(name) === name)).toEqual([])
})
