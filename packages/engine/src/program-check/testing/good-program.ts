import type {
  MovementId,
  MovementPattern,
  Muscle,
  MuscleInvolvement,
  ProgramDay,
  ProgramItem,
  ProgramSections,
  ProgramWeek,
  SessionFocus,
  SessionSection,
  SessionType,
} from '@gymgenius/domain'
import { programDaySeconds } from '../../session-time/index.ts'
import type { CheckedMovement, CheckedProgram, CheckedRequest } from '../asked.ts'

/** Upper and lower body in turns, four days a week: three weeks of loading and a deload. Everything that is asked of a program is true of it. */
const plan: readonly {
  readonly focus: SessionFocus
  readonly main: readonly [MovementPattern, Muscle][]
  readonly accessory: readonly Muscle[]
}[] = [
  {
    focus: 'upper',
    main: [
      ['horizontal_push', 'chest'],
      ['horizontal_pull', 'upper_back'],
    ],
    accessory: ['side_delts', 'biceps'],
  },
  {
    focus: 'lower',
    main: [
      ['squat', 'quadriceps'],
      ['lunge', 'glutes'],
    ],
    accessory: ['hamstrings', 'calves'],
  },
  {
    focus: 'upper',
    main: [
      ['vertical_push', 'front_delts'],
      ['vertical_pull', 'lats'],
    ],
    accessory: ['chest', 'triceps'],
  },
  {
    focus: 'lower',
    main: [
      ['hinge', 'hamstrings'],
      ['carry', 'forearms'],
    ],
    accessory: ['quadriceps', 'abdominals'],
  },
]

export const movements: readonly CheckedMovement[] = [
  ...plan.flatMap(({ main, accessory }, day) => [
    ...main.map(([pattern, muscle], i) => movement(`main ${day} ${i}`, pattern, muscle)),
    ...accessory.map((muscle, i) => movement(`accessory ${day} ${i}`, 'isolation', muscle)),
    ...['hip_flexors' as const, 'obliques' as const].flatMap((muscle, i) => [
      movement(`drill ${day} ${i}`, 'isolation', muscle),
      movement(`stretch ${day} ${i}`, 'isolation', muscle),
    ]),
  ]),
  movement('spare squat', 'squat', 'quadriceps'),
  movement('spare curl', 'isolation', 'biceps'),
  movement('spare press', 'horizontal_push', 'chest'),
  movement('spare row', 'isolation', 'upper_back'),
  movement('spare fly', 'isolation', 'chest'),
  movement('leg press', 'horizontal_push', 'quadriceps'),
  movement('lat press', 'horizontal_push', 'lats'),
  movement('painful', 'isolation', 'biceps', { contraindications: ['elbow'] }),
  movement('kind', 'isolation', 'biceps', { contraindications: ['elbow'], tags: ['elbow-friendly'] }),
  movement('elsewhere', 'isolation', 'biceps', { gyms: [1] }),
  ...(['jump', 'throw', 'rotation', 'olympic', 'core_flexion', 'anti_rotation'] as const).map((pattern) =>
    movement(`station ${pattern}`, pattern, 'quadriceps'),
  ),
  ...['run', 'row', 'bike'].map((name) => movement(name, 'locomotion', 'quadriceps')),
]

function movement(id: string, pattern: MovementPattern, muscle: Muscle, more: Partial<CheckedMovement> = {}): CheckedMovement {
  const muscles: readonly MuscleInvolvement[] = [{ muscle, role: 'prime_mover', share: 1 }]
  return {
    id: id as MovementId,
    pattern,
    muscles,
    laterality: 'bilateral',
    loadKind: 'body_weight',
    setupSeconds: 40,
    transitionSeconds: 20,
    contraindications: [],
    tags: [],
    ...more,
  }
}

export function itemOf(id: string, many: number, more: Partial<ProgramItem> = {}): ProgramItem {
  const found = movements.find((each) => each.id === id)!
  return {
    movementId: found.id,
    movement: id,
    pattern: found.pattern,
    muscles: found.muscles.map(({ muscle }) => muscle),
    sets: Array.from({ length: many }, () => ({ reps: 8, repHigh: 10, rir: 2 })),
    restSeconds: 90,
    reason: 'It stands in a test.',
    reasons: [],
    ...more,
  }
}

const easy = (name: string, day: number) => [0, 1].map((i) => itemOf(`${name} ${day} ${i}`, 1, { restSeconds: 0 }))

function week(number: number, block: ProgramWeek['block']): ProgramWeek {
  const [many, rir] = block === 'deload' ? [2, 4] : [4, 2]
  const sets = Array.from({ length: many }, () => ({ reps: 8, repHigh: 10, rir }))
  return {
    week: number,
    block,
    days: plan.map(({ focus, main, accessory }, day) =>
      timed({
        session: (number - 1) * plan.length + day + 1,
        type: 'hypertrophy',
        focus,
        name: focus,
        minutes: 0,
        sections: {
          warm_up: easy('drill', day),
          main: main.map((_, i) => itemOf(`main ${day} ${i}`, many, { sets })),
          accessory: accessory.map((_, i) => itemOf(`accessory ${day} ${i}`, many, { sets })),
          finisher: [],
          cool_down: easy('stretch', day),
        },
      }),
    ),
  }
}

const byId = new Map(movements.map((each) => [each.id, each]))
const secondsOf = (sections: ProgramSections) => programDaySeconds(sections, (id) => byId.get(id))

/** The same day saying the minutes that it takes. */
export const timed = (day: ProgramDay): ProgramDay => ({ ...day, minutes: Math.round(secondsOf(day.sections) / 60) })

export const goodProgram: CheckedProgram = {
  weeks: [week(1, 'accumulation'), week(2, 'accumulation'), week(3, 'intensification'), week(4, 'deload')],
}

export const goodRequest: CheckedRequest = {
  minutes: secondsOf(goodProgram.weeks[0]!.days[0]!.sections) / 60,
  experience: 'intermediate',
  movements,
}

/** The program with one of its days made otherwise; days count from 1. */
export function withDay(program: CheckedProgram, session: number, change: (day: ProgramDay) => ProgramDay): CheckedProgram {
  return {
    ...program,
    weeks: program.weeks.map((each) => ({ ...each, days: each.days.map((day) => (day.session === session ? change(day) : day)) })),
  }
}

export function withSection(
  program: CheckedProgram,
  session: number,
  section: SessionSection,
  change: (items: readonly ProgramItem[]) => readonly ProgramItem[],
): CheckedProgram {
  return withDay(program, session, (day) => timed({ ...day, sections: { ...day.sections, [section]: change(day.sections[section]) } }))
}

export function withItem(
  program: CheckedProgram,
  session: number,
  section: SessionSection,
  place: number,
  change: (item: ProgramItem) => ProgramItem,
): CheckedProgram {
  return withSection(program, session, section, (items) => items.map((item, i) => (i === place ? change(item) : item)))
}

/** A day of another type around the same edges, as long as all others. */
export function dayOfType(type: SessionType, main: readonly ProgramItem[]): (day: ProgramDay) => ProgramDay {
  return (day) => {
    const sections = { ...day.sections, main, accessory: [] }
    const short = goodRequest.minutes * 60 - secondsOf(sections)
    const last = main.at(-1)!
    const set = { ...last.sets[0]!, durationSeconds: short + 1 } as ProgramItem['sets'][number]
    const filled = [...main.slice(0, -1), { ...last, sets: [...last.sets, set] }]
    return timed({ ...day, type, sections: { ...sections, main: filled } })
  }
}
