import { allMovementDetails, allowed, programMovementOf } from '@gymgenius/catalog'
import { furnitureOf } from '@gymgenius/catalog/gym'
import {
  disciplines,
  type Equipment,
  type Experience,
  type Fixture,
  joints,
  type LocalDay,
  painSeverities,
  type ProgramMovement,
  type ProgramSplit,
  type Rng,
  seededRng,
  type SessionFocus,
  trackedMuscles,
  trainingGoals,
} from '@gymgenius/domain'
import type { ProgramRequest } from '@gymgenius/engine/programming'

/** Where people train, and how many of a thousand do. */
export const lifterGyms = {
  full_gym: undefined,
  garage: { equipment: ['barbell', 'dumbbell', 'plate', 'band'], fixtures: ['rack', 'flat_bench', 'adjustable_bench', 'pull_up_bar'] },
  pair_of_dumbbells: { equipment: ['dumbbell'], fixtures: [] },
  body_weight: { equipment: [], fixtures: [] },
  one_kettlebell: { equipment: ['kettlebell'], fixtures: [] },
  hotel: { equipment: ['dumbbell', 'cable', 'machine', 'cardio_machine'], fixtures: ['adjustable_bench', 'flat_bench'] },
} as const satisfies Readonly<
  Record<string, { readonly equipment: readonly Equipment[]; readonly fixtures: readonly Fixture[] } | undefined>
>
export type LifterGym = keyof typeof lifterGyms

const details = allMovementDetails()
const known = new Map<LifterGym, readonly ProgramMovement[]>()

/** What of the library can be done in a gym. */
export function movementsIn(gym: LifterGym): readonly ProgramMovement[] {
  const before = known.get(gym)
  if (before !== undefined) return before
  const said = lifterGyms[gym]
  const home = furnitureOf({ items: [], hasTheRest: false }).fixtures
  const there =
    said === undefined
      ? details
      : details.filter((movement) =>
          allowed(movement, {
            equipment: new Set<Equipment>(['body_weight', ...said.equipment]),
            fixtures: new Set<Fixture>([...home, ...said.fixtures]),
          }),
        )
  const movements = there.map((movement) => programMovementOf(movement))
  known.set(gym, movements)
  return movements
}

export interface RandomLifter {
  readonly seed: number
  readonly gym: LifterGym
  readonly request: ProgramRequest
}

/** A random lifter that could walk into a gym: the same for the same seed. */
export function randomLifter(seed: number, only?: LifterGym): RandomLifter {
  const rng = seededRng(seed * 7919 + 13)
  const gym =
    only ??
    oneOf(rng, ['full_gym', 'full_gym', 'full_gym', 'garage', 'pair_of_dumbbells', 'body_weight', 'one_kettlebell', 'hotel'] as const)
  const movements = movementsIn(gym)
  const split = oneOf(rng, ['upper_lower', 'push_pull_legs', 'full_body', 'full_body', 'hybrid'] as const satisfies readonly ProgramSplit[])
  const daysPerWeek = {
    upper_lower: 2 + upTo(rng, 4),
    push_pull_legs: 3 + upTo(rng, 3),
    full_body: 2 + upTo(rng, 3),
    hybrid: 3 + upTo(rng, 3),
  }[split]
  const microcycleDays = rng() < 0.85 ? 7 : 8 + upTo(rng, 6)
  const experience = oneOf(rng, ['novice', 'novice', 'intermediate', 'intermediate', 'advanced'] as const satisfies readonly Experience[])
  const isByBlock = rng() < 0.5
  return {
    seed,
    gym,
    request: {
      goals: goalsOf(rng),
      split,
      daysPerWeek,
      weeks: 8 + upTo(rng, 4),
      microcycleDays,
      minutes: oneOf(rng, [30, 40, 45, 45, 50, 60, 60, 60, 70, 75, 90]),
      experience,
      movements,
      seed,
      startsOn: (20_500 + upTo(rng, 300)) as LocalDay,
      ...(split === 'hybrid' && (isByBlock ? { blocks: blocksOf(rng) } : { days: daysOf(rng, daysPerWeek) })),
      ...(rng() < 0.25 && { injuries: [{ joint: oneOf(rng, joints), severity: oneOf(rng, painSeverities) }] }),
      ...(rng() < 0.3 && {
        activities: [
          {
            name: oneOf(rng, ['Football', 'Running', 'Climbing']),
            timesPerWeek: 1 + upTo(rng, 2),
            minutes: 60,
            effort: oneOf(rng, [1, 2, 3] as const),
            muscles: [oneOf(rng, trackedMuscles)],
          },
        ],
      }),
      ...(rng() < 0.4 && {
        rules: {
          hardNo: some(rng, movements, 4),
          preferred: some(rng, movements, 5),
        },
      }),
      ...(rng() < 0.2 && { disciplines: { [oneOf(rng, disciplines)]: 5 } }),
      ...(rng() < 0.2 && { specialise: [oneOf(rng, trackedMuscles)] }),
      ...(rng() < 0.1 && { peaks: true }),
    },
  }
}

function goalsOf(rng: Rng): ProgramRequest['goals'] {
  const count = 1 + upTo(rng, 2)
  const goals = [...trainingGoals].sort(() => rng() - 0.5).slice(0, count)
  if (count === 1) return [{ goal: goals[0]!, weight: 10 }]
  const first = 3 + upTo(rng, 4)
  if (count === 2)
    return [
      { goal: goals[0]!, weight: first },
      { goal: goals[1]!, weight: 10 - first },
    ]
  const second = 1 + upTo(rng, 8 - first)
  return [
    { goal: goals[0]!, weight: first },
    { goal: goals[1]!, weight: second },
    { goal: goals[2]!, weight: 10 - first - second },
  ]
}

/** Days that no one would mind: every part of the body in each microcycle. */
function daysOf(rng: Rng, count: number): ProgramRequest['days'] {
  const whole = [['full_body'], ['upper', 'lower'], ['push', 'pull', 'legs']] as const
  const days: { focus: SessionFocus }[] = []
  while (days.length < count) {
    const fitting = whole.filter((each) => each.length <= count - days.length)
    for (const focus of oneOf(rng, fitting)) days.push({ focus })
  }
  return days
}

function blocksOf(rng: Rng): ProgramRequest['blocks'] {
  return Array.from({ length: 3 }, () => ({ weeks: 4, split: oneOf(rng, ['upper_lower', 'push_pull_legs', 'full_body'] as const) }))
}

const some = (rng: Rng, movements: readonly ProgramMovement[], most: number) =>
  Array.from({ length: upTo(rng, most) }, () => oneOf(rng, movements).id)
const oneOf = <Of>(rng: Rng, list: readonly Of[]): Of => list[Math.floor(rng() * list.length)]!
const upTo = (rng: Rng, most: number) => Math.floor(rng() * (most + 1))
