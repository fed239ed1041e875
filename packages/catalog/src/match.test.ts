import type { Equipment } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library } from './library.ts'
import { LEAST_CONFIDENCE, nameMatcher } from './match.ts'
import { readName } from './reading.ts'

const { movements } = library()
const match = nameMatcher(movements)
const nameOf = (name: string) => match(name)?.movement.name

const aMovement = fc.constantFrom(...movements)
const anyName = aMovement.chain(({ name, aliases }) => fc.constantFrom(name, ...aliases))

test('every name and alias of the library is matched with certainty', () => {
  for (const { id, name, aliases } of movements) {
    for (const spelling of [name, ...aliases]) expect(match(spelling), spelling).toMatchObject({ movement: { id }, confidence: 1 })
  }
})

test.for([
  ['bench press - barbell', 'Bench Press (Barbell)'],
  ['BARBELL BENCH PRESSES', 'Bench Press (Barbell)'],
  ['Press, Bench [Barbell]', 'Bench Press (Barbell)'],
  ['DB bench', 'Bench Press (Dumbbell)'],
  ['RDL', 'Romanian Deadlift (Barbell)'],
  ['DB RDLs', 'Romanian Deadlift (Dumbbell)'],
  ['OHP', 'Overhead Press (Barbell)'],
  ['pull-ups', 'Pull Up'],
  ['Cable Flyes', 'Chest Fly (Cable)'],
  ['Elevação Lateral (Halter)', 'Lateral Raise (Dumbbell)'],
  ['Distensioni su Panca Inclinata con Manubri', 'Incline Bench Press (Dumbbell)'],
  ['Dumbell Romanian Dedlift', 'Romanian Deadlift (Dumbbell)'],
])('%s is the %s', ([written, meant]) => {
  expect(nameOf(written!)).toBe(meant)
})

test.for([
  ['Bench Press (Barbell)', 'Bench Press (Barbell)', 'exact'],
  ['RDL', 'Romanian Deadlift (Barbell)', 'alias'],
  ['Stiff Legged Barbell Deadlift', 'Stiff Leg Deadlift (Barbell)', 'exact'],
  ['Pinwheel Curl (Dumbbell)', 'Cross Body Hammer Curl (Dumbbell)', 'equipment_implied'],
  ['Seated Plate Rows', 'Seated Row (Plate Loaded)', 'equipment_implied'],
  ['Standing Arnold Press', 'Arnold Press (Dumbbell)', 'usual_left_out'],
  ['Squat - comp', 'Squat (Barbell)', 'usual_left_out'],
  ['Dumbell Romanian Dedlift', 'Romanian Deadlift (Dumbbell)', 'spelling'],
  ['Nautilus Leg Extension', 'Leg Extension (Machine)', 'maker_left_out'],
  ['Technogym Chest Press', 'Chest Press (Machine)', 'maker_left_out'],
  ['Hammer Leg Extension', 'Leg Extension (Plate Loaded)', 'maker_left_out'],
  ['T Bar Row (Downstairs)', 'T Bar Row', 'note_left_out'],
  ['Plank 1:00', 'Plank', 'note_left_out'],
  ['Rack Pull - 2 Pin', 'Rack Pull (Barbell)', 'note_left_out'],
  ['Lateral Raise', 'Lateral Raise (Dumbbell)', 'equipment_assumed'],
  ['Preacher Curl', 'Preacher Curl (Barbell)', 'equipment_assumed'],
  ['ATG Squat', 'Squat (Barbell)', 'detail_left_out'],
  ['Seated Cable Row - Bar Wide Grip', 'Seated Row (Cable)', 'detail_left_out'],
])('%s is the %s, because: %s', ([written, meant, reason]) => {
  expect(match(written!)).toMatchObject({ movement: { name: meant }, reason })
})

test.for([
  ['Supino Inclinado com Halteres', 'Incline Bench Press (Dumbbell)'],
  ['Remada curvada com barra', 'Bent Over Row (Barbell)'],
  ['Press de banca inclinado con mancuernas', 'Incline Bench Press (Dumbbell)'],
  ['Curl femoral tumbado en máquina', 'Lying Leg Curl (Machine)'],
  ['Stacco rumeno con manubri', 'Romanian Deadlift (Dumbbell)'],
  ['Distensioni sopra la testa con manubri da seduti', 'Seated Overhead Press (Dumbbell)'],
  ['Schrägbankdrücken Kurzhantel', 'Incline Bench Press (Dumbbell)'],
  ['Schraegbankdruecken mit Kurzhanteln', 'Incline Bench Press (Dumbbell)'],
  ['Latziehen breiter Griff', 'Lat Pulldown - Wide Grip (Cable)'],
  ['Développé incliné haltères', 'Incline Bench Press (Dumbbell)'],
  ['Tirage vertical prise large', 'Lat Pulldown - Wide Grip (Cable)'],
  ['Bankdrukken', 'Bench Press (Barbell)'],
  ['Zittend roeien', 'Seated Row (Cable)'],
  ['Knäböj', 'Squat (Barbell)'],
  ['Rumänska marklyft', 'Romanian Deadlift (Barbell)'],
  ['Wyciskanie sztangi na ławce skośnej', 'Incline Bench Press (Barbell)'],
  ['Rumunski martwy ciag', 'Romanian Deadlift (Barbell)'],
])('%s is the %s in another language', ([written, meant]) => {
  expect(nameOf(written!)).toBe(meant)
})

test.for([
  'Incline Bench Press (Kettlebell)',
  'Larsen Pause Bench Press',
  'Close Grip Incline Bench Press (Smith Machine)',
  'Incline Press',
  'One Arm Row',
  'Straight Pulldown',
  'Bench Press Eccentric',
  'Single Leg Kickback',
  'Jump',
  'Hammer Strength',
  'Nautilus',
  'Standing Hip Adduction',
  'Dumbbell',
  'Warm Up',
  'Chest day',
  '',
  '💪',
])('"%s" is nothing we know, and nothing is guessed', (name) => {
  expect(nameOf(name)).toBeUndefined()
})

test('case, brackets, word order, plurals and punctuation do not matter', () => {
  const style = fc.record({ isUpper: fc.boolean(), isReversed: fc.boolean(), isPlural: fc.boolean() })
  fc.assert(
    fc.property(aMovement, style, ({ id, name }, style) => {
      expect(match(disguise(name, style))?.movement.id, disguise(name, style)).toBe(id)
    }),
    { numRuns: 500 },
  )
})

test('a match never crosses equipment: what the name says is what the movement has', () => {
  const said = fc.constantFrom('Barbell', 'Dumbbell', 'Kettlebell', 'Smith Machine', 'Cable', 'Band', 'EZ Bar', 'Trap Bar', 'Plate Loaded')
  fc.assert(
    fc.property(anyName, said, (name, equipment) => {
      const spelling = `${name.replace(/ \(.*\)$/, '')} (${equipment})`
      const [first, ...more] = readName(spelling).equipment
      const found = match(spelling)
      // A name that already said its equipment says two now; only an alias may do that.
      if (found === undefined || ['exact', 'alias'].includes(found.reason) || more.length > 0) return
      // Whoever says machine, or plate, may mean one that is loaded with plates;
      // and the T bar, which is one to us, is a barbell to many.
      const kinds = first === 'machine' || first === 'plate' || first === 'barbell' ? [first, 'plate_loaded_machine'] : [first]
      expect(kinds, spelling).toContain(found.movement.equipment)
    }),
    { numRuns: 2000 },
  )
})

test('no name or alias of the library says another equipment than its movement has', () => {
  const alsoCalled: Partial<Record<Equipment, readonly Equipment[]>> = {
    plate_loaded_machine: ['machine', 'barbell'], // the T bar is a barbell in a landmine
    cardio_machine: ['machine'],
    machine: ['body_weight'],
    body_weight: ['medicine_ball', 'plate'],
  }
  const crossing = movements.flatMap(({ name, aliases, equipment }) =>
    [name, ...aliases].filter((spelling) => {
      const said = readName(spelling).equipment
      return said.length > 0 && !said.some((one) => one === equipment || alsoCalled[equipment]?.includes(one) === true)
    }),
  )
  expect(crossing).toEqual([])
})

test('any text at all is answered without fault, and only with certainty enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      expect(match(name)?.confidence ?? 1).toBeGreaterThanOrEqual(LEAST_CONFIDENCE)
    }),
  )
})

test("a lifter's own movement wins over the library's of the same name", () => {
  const own = { ...movements[0]!, name: 'Bench Press', aliases: [] }
  expect(nameMatcher([own, ...movements])('bench press')?.movement).toBe(own)
})

function disguise(name: string, { isUpper, isReversed, isPlural }: { isUpper: boolean; isReversed: boolean; isPlural: boolean }) {
  const bracket = /^(.*) \((.*)\)$/.exec(name)
  const turned = isReversed && bracket !== null ? `${bracket[2]} - ${bracket[1]}` : name
  const plural = isPlural ? turned.replace(/(curl|raise|row|squat|lunge)\b/i, '$1s') : turned
  return isUpper ? plural.toUpperCase() : plural
}
