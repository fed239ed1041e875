import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsIn, type MovementFile } from './check.ts'
import { library } from './library.ts'
import type { LibraryMovement } from './movement.ts'

const folder = new URL('../data/movements/', import.meta.url)

const shipped = (): MovementFile[] =>
  readdirSync(folder).map((name) => ({
    fileName: name.replace('.json', ''),
    content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LibraryMovement,
  }))

const curl: LibraryMovement = {
  ...library().movements.find(({ slug }) => slug === 'bicep-curl-barbell')!,
}
const fileOf = (movement: object & { slug?: string }): MovementFile => ({ fileName: movement.slug ?? '', content: movement })
const faultsOf = (...movements: object[]) => faultsIn(movements.map(fileOf)).join('\n')

test('every movement that ships is sound', () => {
  expect(faultsIn(shipped())).toEqual([])
})

test('the library has what people log most, and the program loads exactly what the files say', () => {
  const { movements } = library()
  expect(movements.length).toBeGreaterThanOrEqual(220)
  expect(movements.map(({ slug }) => slug).sort()).toEqual(
    shipped()
      .map(({ fileName }) => fileName)
      .sort(),
  )
})

test('a file with a word nobody knows is refused by name', () => {
  expect(faultsOf({ ...curl, pattern: 'wiggle' })).toBe('bicep-curl-barbell: pattern is not known: wiggle')
  expect(faultsOf({ ...curl, muscles: [{ muscle: 'bizeps', role: 'prime_mover', share: 1 }] })).toContain('muscle is not known: bizeps')
  expect(faultsOf({ ...curl, equipment: 'broomstick' })).toContain('equipment is not known: broomstick')
  expect(faultsOf({ ...curl, colour: 'red' })).toContain('has a field that is none of')
})

test('a machine stack cannot load a barbell', () => {
  expect(faultsOf({ ...curl, loadKind: 'machine_stack' })).toContain('load kind machine_stack does not fit barbell')
})

test('a movement without a prime mover, or with half of one, is refused', () => {
  expect(faultsOf({ ...curl, muscles: [] })).toContain('has no prime mover')
  expect(faultsOf({ ...curl, muscles: [{ muscle: 'biceps', role: 'prime_mover', share: 0.5 }] })).toContain('must be 1')
})

test('two movements cannot answer to one name, however it is spelled', () => {
  const twin = { ...curl, id: '01a1fd0e-57fb-71da-9eff-00000000aaaa', slug: 'twin', name: 'Curls, Barbell (Bicep)', aliases: [] }
  expect(faultsOf({ ...curl, aliases: [] }, twin)).toBe('twin: "Curls, Barbell (Bicep)" belongs to bicep-curl-barbell already')
})

test('a base that is missing, or leads in a circle, is refused', () => {
  expect(faultsOf({ ...curl, base: 'nowhere' })).toContain('base nowhere does not exist')
  const one = { ...curl, aliases: [], base: 'other' }
  const other = { ...curl, id: '01a1fd0e-57fb-71da-9eff-00000000aaaa', slug: 'other', name: 'Other', aliases: [], base: curl.slug }
  expect(faultsOf(one, other)).toContain('its bases lead back to where they began')
})

test('ten thousand aliases are too many', () => {
  expect(faultsOf({ ...curl, aliases: Array.from({ length: 10_000 }, (_, count) => `Curl ${count}`) })).toContain('more than 40 aliases')
})
