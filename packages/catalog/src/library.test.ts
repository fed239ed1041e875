import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsIn, type MovementFile } from './check.ts'
import { movementDetails } from './details.ts'
import { library } from './library.ts'
import type { MovementDetails } from './movement.ts'

const folder = new URL('../data/movements/', import.meta.url)

const shipped = (): MovementFile[] =>
  readdirSync(folder).map((name) => ({
    fileName: name.replace('.json', ''),
    content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
  }))

const alone = { progressions: [], regressions: [], variations: [], sameOnOtherEquipment: [] }
const curl: MovementDetails = { ...movementDetails('bicep-curl-barbell')!, relations: alone }
const other: MovementDetails = {
  ...curl,
  id: '01a1fd0e-57fb-71da-9eff-00000000aaaa' as MovementDetails['id'],
  slug: 'other',
  name: 'Other',
  aliases: [],
}
const fileOf = (movement: object & { slug?: string }): MovementFile => ({ fileName: movement.slug ?? '', content: movement })
const faultsOf = (...movements: object[]) => faultsIn(movements.map(fileOf)).join('\n')

test('every movement that ships is sound', () => {
  expect(faultsIn(shipped())).toEqual([])
})

test('the library has what people log most, and the program loads exactly what the files say', () => {
  const { movements } = library()
  expect(movements.length).toBeGreaterThanOrEqual(820)
  expect(movements.filter(({ base }) => base === undefined).length).toBeGreaterThanOrEqual(350)
  expect(movements.map(({ slug }) => slug).sort()).toEqual(
    shipped()
      .map(({ fileName }) => fileName)
      .sort(),
  )
})

test('a file with a word nobody knows is refused by name', () => {
  expect(faultsOf({ ...curl, pattern: 'wiggle' })).toContain('bicep-curl-barbell: pattern is not known: wiggle')
  expect(faultsOf({ ...curl, muscles: [{ muscle: 'bizeps', role: 'prime_mover', share: 1, stimulus: 4, fatigue: 2 }] })).toContain(
    'muscle is not known: bizeps',
  )
  expect(faultsOf({ ...curl, equipment: 'broomstick' })).toContain('equipment is not known: broomstick')
  expect(faultsOf({ ...curl, colour: 'red' })).toContain('has a field that is none of')
})

test('a machine stack cannot load a barbell', () => {
  expect(faultsOf({ ...curl, loadKind: 'machine_stack' })).toContain('load kind machine_stack does not fit barbell')
})

test('a movement without a prime mover, or with half of one, is refused', () => {
  expect(faultsOf({ ...curl, muscles: [] })).toContain('has no prime mover')
  expect(faultsOf({ ...curl, muscles: [{ muscle: 'biceps', role: 'prime_mover', share: 0.5, stimulus: 4, fatigue: 2 }] })).toContain(
    'must be 1',
  )
})

test('two movements cannot answer to one name, however it is spelled', () => {
  const twin = { ...curl, id: '01a1fd0e-57fb-71da-9eff-00000000aaaa', slug: 'twin', name: 'Curls, Barbell (Bicep)', aliases: [] }
  expect(faultsOf({ ...curl, aliases: [] }, twin)).toContain('twin: "Curls, Barbell (Bicep)" belongs to bicep-curl-barbell already')
})

test('a base that is missing, or leads in a circle, is refused', () => {
  expect(faultsOf({ ...curl, base: 'nowhere' })).toContain('base nowhere does not exist')
  const one = { ...curl, aliases: [], base: 'other' }
  expect(faultsOf(one, { ...other, base: curl.slug })).toContain('its bases lead back to where they began')
})

test('ten thousand aliases are too many', () => {
  expect(faultsOf({ ...curl, aliases: Array.from({ length: 10_000 }, (_, count) => `Curl ${count}`) })).toContain('more than 40 aliases')
})

test.for([
  ['a missing tier', { tier: undefined }, 'tier is not known: undefined'],
  ['a skill of six', { skill: 6 }, 'skill is not a step from 1 to 5'],
  ['half a second', { setupSeconds: 0.5 }, 'setupSeconds are not from 0 to 600'],
  ['a range upside down', { repRange: [12, 8] }, 'repRange is not [low, high]'],
  ['a joint nobody has', { contraindications: ['gill'] }, 'contraindications are not a list of known joints'],
  ['one cue only', { cues: ['Keep the elbows still.'] }, 'cues are not two to five sentences'],
  ['markup in a cue', { cues: ['Keep the <b>elbows</b> still.', 'Breathe out on the way up.'] }, 'cues are not two to five sentences'],
  ['an isolation of nothing', { isolationOf: undefined }, 'does not say of what'],
  ['a squat that isolates', { pattern: 'squat' }, 'says isolationOf and is no isolation'],
  ['its own equipment as another', { equipmentAlternatives: ['barbell'] }, 'names its own equipment as an alternative'],
  ['a fixture nobody sells', { needs: ['trampoline_park'] }, 'needs are not a list of known fixtures'],
  ['no discipline', { disciplines: [] }, 'disciplines are not a list of known ones'],
] as const)('%s is refused', ([, change, fault]) => {
  expect(faultsOf({ ...curl, base: undefined, aliases: [], ...change })).toContain(fault)
})

test('a muscle without its steps of stimulus and fatigue is refused', () => {
  expect(faultsOf({ ...curl, muscles: [{ muscle: 'biceps', role: 'prime_mover', share: 1, stimulus: 6, fatigue: 2 }] })).toContain(
    'steps from 1 to 5',
  )
})

test('a progression that the other file does not know of is refused, and so is one that leads back', () => {
  const harder = { ...curl, relations: { ...alone, progressions: ['other'] } }
  expect(faultsOf(harder, other)).toContain('bicep-curl-barbell: other does not name it back in its regressions')
  expect(faultsOf(harder)).toContain('other in its progressions does not exist')
  const both = { ...alone, progressions: ['other'], regressions: ['other'] }
  const back = { ...alone, progressions: [curl.slug], regressions: [curl.slug] }
  expect(faultsOf({ ...curl, relations: both }, { ...other, relations: back })).toContain('its progressions lead back to where they began')
})

test('a movement is not called friendly to a joint it asks for just as its kin do, nor to one that has no such tag', () => {
  const sore = { ...curl, contraindications: ['shoulder'], tags: ['shoulder-friendly'] }
  expect(faultsOf(sore)).toContain('bicep-curl-barbell: shoulder-friendly, and it asks of the joint what its kin do')
  expect(faultsOf(sore, { ...other, base: curl.slug, contraindications: ['shoulder'] })).not.toContain('what its kin do')
  expect(faultsOf({ ...curl, tags: ['knee-friendly'] })).toContain('knee-friendly is no tag')
})

test('the same movement on other equipment is on other equipment', () => {
  const here = { ...curl, relations: { ...alone, sameOnOtherEquipment: ['other'] } }
  const there = { ...other, relations: { ...alone, sameOnOtherEquipment: [curl.slug] } }
  expect(faultsOf(here, there)).toContain('other is on the same equipment')
})

test('a cue that would fit any movement is refused', () => {
  const everywhere = Array.from({ length: 30 }, (_, count) => ({
    ...other,
    id: `01a1fd0e-57fb-71da-9eff-${String(count).padStart(12, '0')}`,
    slug: `other-${count}`,
    name: `Other number ${count}`,
    cues: ['Keep good form.', `Say number ${count} aloud.`],
  }))
  expect(faultsOf(...everywhere)).toContain('"Keep good form." is a cue of 30 movements')
})

test('the program loads no more of a movement than it uses', () => {
  expect(Object.keys(library().movements[0]!).sort()).toEqual([
    'aliases',
    'base',
    'baseId',
    'contraindications',
    'equipment',
    'id',
    'laterality',
    'loadKind',
    'muscles',
    'name',
    'needs',
    'pattern',
    'slug',
    'tier',
  ])
  expect(movementDetails('bench-press-barbell')?.cues.length).toBeGreaterThanOrEqual(2)
})

test('details are read for movements of the library only, whatever a path may say', () => {
  expect(movementDetails('../movements/bench-press-barbell')).toBeUndefined()
})
