import type { Gym } from '@gymgenius/contracts'
import { type Fixture, type GymBar, type GymItem, type GymPlates, kg, kgFromPounds, type LoadUnit } from '@gymgenius/domain'

/** A gym to begin with, in the lifter's unit; everything in it can be changed. */
export type Template = 'commercial' | 'home' | 'dumbbells' | 'kettlebell' | 'nothing'

export const templates: readonly Template[] = ['commercial', 'home', 'dumbbells', 'kettlebell', 'nothing']

export function gymFrom(template: Template, unit: LoadUnit): Pick<Gym, 'items' | 'hasTheRest'> {
  return { items: itemsOf[template](unit), hasTheRest: template === 'commercial' }
}

const weight = (unit: LoadUnit, inKg: number, inPounds: number) => (unit === 'kg' ? kg(inKg) : kgFromPounds(inPounds))

const itemsOf: Readonly<Record<Template, (unit: LoadUnit) => GymItem[]>> = {
  commercial: () => [],
  home: (unit) => [
    newBar(unit, 'bar'),
    ...(unit === 'kg' ? [10, 5, 2.5] : [45, 25, 10, 5, 2.5]).map((size) => newPlates(unit === 'kg' ? kg(size) : kgFromPounds(size), unit)),
  ],
  dumbbells: (unit) => [
    { id: 'dumbbells', kind: 'weights', availability: 'there', equipment: 'dumbbell', unit, weightsKg: [weight(unit, 10, 20)], each: 2 },
  ],
  kettlebell: (unit) => [
    {
      id: 'kettlebells',
      kind: 'weights',
      availability: 'there',
      equipment: 'kettlebell',
      unit,
      weightsKg: [weight(unit, 16, 35)],
      each: 1,
    },
  ],
  nothing: () => [],
}

export const newBar = (unit: LoadUnit, id: string): GymBar => ({
  id,
  kind: 'bar',
  availability: 'there',
  equipment: 'barbell',
  unit,
  weightKg: weight(unit, 20, 45),
  sides: 2,
  count: 1,
})

export const newPlates = (weightKg: GymPlates['weightKg'], unit: LoadUnit): GymPlates => ({
  id: plateId(weightKg, unit),
  kind: 'plates',
  availability: 'there',
  unit,
  weightKg,
  pairs: 1,
})

const plateId = (weightKg: number, unit: LoadUnit) =>
  `plates-${Math.round((unit === 'kg' ? weightKg : weightKg / kgFromPounds(1)) * 100)}-${unit}`

/** What a lifter may have beside the things that are loaded, the usual first. */
export const usualFixtures: readonly Fixture[] = [
  'flat_bench',
  'adjustable_bench',
  'rack',
  'pull_up_bar',
  'dip_bars',
  'dip_belt',
  'rings',
  'box',
  'landmine',
  'low_bar',
  'parallettes',
  'decline_bench',
  'preacher_bench',
  'back_extension_bench',
  'ghd',
  'nordic_anchor',
  'ab_wheel',
  'swiss_ball',
  'foam_roller',
  'jump_rope',
  'battle_ropes',
  'sandbag',
]
