import {
  type Fixture,
  type GymBar,
  type GymFixture,
  type GymPlates,
  type GymStack,
  type GymSteps,
  type GymWeights,
  kg,
  kgFromPounds,
  type LoadUnit,
} from '@gymgenius/domain'

const inUnit = (weight: number, unit: LoadUnit) => (unit === 'kg' ? kg(weight) : kgFromPounds(weight))

/** A barbell loaded on both sides, unless said otherwise. */
export const bar = (weight: number, unit: LoadUnit = 'kg', more: Partial<GymBar> = {}): GymBar => ({
  id: 'bar',
  kind: 'bar',
  availability: 'there',
  equipment: 'barbell',
  unit,
  weightKg: inUnit(weight, unit),
  sides: 2,
  count: 1,
  ...more,
})

/** Without a count of pairs, as many as one needs. */
export const plates = (weight: number, pairs?: number, unit: LoadUnit = 'kg'): GymPlates => ({
  id: `${weight} ${unit}`,
  kind: 'plates',
  availability: 'there',
  unit,
  weightKg: inUnit(weight, unit),
  ...(pairs !== undefined && { pairs }),
})

export const dumbbells = (weights: readonly number[]): GymWeights => ({
  id: 'dumbbells',
  kind: 'weights',
  availability: 'there',
  equipment: 'dumbbell',
  unit: 'kg',
  weightsKg: weights.map(kg),
  each: 2,
})

export const stack = (
  pins: readonly number[],
  { microKg = [], ...more }: Partial<Omit<GymStack, 'microKg'>> & { microKg?: readonly number[] } = {},
): GymStack => ({
  id: `stack ${pins.join(' ')}`,
  kind: 'stack',
  availability: 'there',
  equipment: 'cable',
  unit: 'kg',
  pinsKg: pins.map(kg),
  microKg: microKg.map(kg),
  isAssistance: false,
  ...more,
})

export const fixture = (fixture: Fixture): GymFixture => ({ id: fixture, kind: 'fixture', availability: 'there', fixture })

export const steps = (equipment: GymSteps['equipment'], min: number, step: number, sizes: readonly number[]): GymSteps => ({
  id: `${equipment} in short`,
  kind: 'steps',
  availability: 'there',
  equipment,
  unit: 'kg',
  minKg: kg(min),
  stepKg: kg(step),
  platesKg: sizes.map(kg),
})
