import type { GeneratedProgram, MovementId, ProgramDay, ProgramItem, ProgramReason, ProgramWeek, SessionSection } from '@gymgenius/domain'
import { sessionSections } from '@gymgenius/domain'
import { checkProgram } from '../../program-check/index.ts'
import { programDaySeconds } from '../../session-time/index.ts'
import { deloaded, plannedDeloads } from '../progression/deload.ts'
import { type AheadItem, planAhead } from './ahead.ts'
import { isUsualRule } from '../progression/usual-rules.ts'
import { setsOf } from '../progression/sets.ts'
import { sayReason } from './say.ts'
import type { SchemeInputs } from './inputs.ts'
import type { Scheme, SchemeDay, SchemeItem } from './scheme.ts'
import { chosenFor } from './substitute.ts'

/** A program of this many weeks at most. */
const MOST_WEEKS = 52
/** With anything that hurts this much is left at least, as the checker asks. */
const CAREFUL_RIR = 2

/**
 * A scheme as weeks of a program: days in turn, each movement the first of its list that can be done, or the nearest there is; sets as
 * its progression plans them if everything goes well. Loads stand only where percentages of a known maximum tell them. Deterministic.
 */
export function expandScheme(scheme: Scheme, inputs: SchemeInputs): GeneratedProgram {
  const notices = new Map<string, ProgramReason>()
  const expander = expanderOf(scheme, inputs, (notice) => notices.set(JSON.stringify(notice), notice))
  const weeks = numbered(expander.weeks())
  const longest = Math.max(0, ...weeks.flatMap(({ days }) => days.map(({ minutes }) => minutes)))
  const report = checkProgram(
    {
      minutes: inputs.minutes ?? longest,
      experience: inputs.experience ?? scheme.experience.at(-1)!,
      movements: inputs.movements,
      injuries: inputs.injuries,
    },
    { weeks, waivers: scheme.waivers, notices: [...notices.values()] },
  )
  return { weeks, report }
}

type Step = keyof ReturnType<typeof planAhead>

function expanderOf(scheme: Scheme, inputs: SchemeInputs, notice: (reason: ProgramReason) => void) {
  const ahead = planAhead(inputs.maxima ?? [], inputs.loadsOf)
  const byId = new Map(inputs.movements.map((movement) => [movement.id, movement]))
  const choose = chosenFor(inputs, notice)
  const minutesOf = (day: ProgramDay) => Math.round(programDaySeconds(day.sections, (id) => byId.get(id)) / 60)

  /** What was made has the numbers of a rule only where they are its own. */
  const isStyleAlone = ({ progression, turn }: SchemeItem) =>
    scheme.isWeekByWeek === true && turn === undefined && progression !== undefined && isUsualRule(progression)

  function item(written: SchemeItem, key: string, taken: Set<MovementId>, section: SessionSection, step: Step): ProgramItem[] {
    const movement = choose(written.movements, taken)
    if (movement === undefined) return []
    taken.add(movement.id)
    const planned = scheme.isWeekByWeek ? asWritten(written) : ahead[step](written, `${key} ${movement.slug}`, movement)
    const hurts = inputs.injuries?.some(({ joint }) => movement.contraindications.includes(joint)) === true
    const isWork = section !== 'warm_up' && section !== 'cool_down'
    const sets = hurts && isWork ? planned.sets.map((set) => ({ ...set, rir: Math.max(set.rir, CAREFUL_RIR) })) : planned.sets
    return [
      {
        movementId: movement.id,
        movement: movement.name,
        pattern: movement.pattern,
        muscles: movement.muscles.toSorted((a, b) => b.share - a.share).map(({ muscle }) => muscle),
        sets,
        restSeconds: written.restSeconds,
        ...(written.progression !== undefined && { progression: written.progression.style }),
        ...(written.progression !== undefined && !isStyleAlone(written) && { rule: written.progression }),
        ...(planned.table !== undefined && { table: planned.table }),
        ...(written.superset !== undefined && { superset: written.superset }),
        reason: sayReason(planned.reason, written.progression),
        reasons: [planned.reason],
      },
    ]
  }

  function day(written: SchemeDay, key: string, step: Step): ProgramDay {
    const taken = new Set<MovementId>()
    const sections = Object.fromEntries(
      sessionSections.map((name) => [
        name,
        (written.sections[name] ?? []).flatMap((one, place) => item(one, `${key} ${name} ${place}`, taken, name, step)),
      ]),
    ) as unknown as ProgramDay['sections']
    const { name, type, focus } = written
    const made: ProgramDay = { session: 0, type, focus, name, minutes: 0, sections }
    return { ...made, minutes: minutesOf(made) }
  }

  function weeks(): ProgramWeek[] {
    const length = Math.min(MOST_WEEKS, inputs.weeks ?? scheme.phases.reduce((sum, phase) => sum + phase.weeks, 0))
    const deloads = new Set(scheme.deloadEveryWeeks === undefined ? [] : plannedDeloads(length, scheme.deloadEveryWeeks))
    const made: ProgramWeek[] = []
    let [phase, begun, turn] = [0, 0, 0]
    while (made.length < length) {
      const week = made.length + 1
      while (begun >= scheme.phases[phase]!.weeks && phase < scheme.phases.length - 1) [phase, begun, turn] = [phase + 1, 0, 0]
      const { days, block, daysPerWeek = scheme.daysPerWeek } = scheme.phases[phase]!
      const inWeek = Array.from({ length: daysPerWeek }, (_, i) => (turn + i) % days.length)
      const step = deloads.has(week) ? 'easiest' : 'next'
      const planned: ProgramWeek = { week, block, days: inWeek.map((place) => day(days[place]!, `${phase} ${place}`, step)) }
      made.push(step === 'next' ? planned : deloaded(planned, { loadsOf: inputs.loadsOf, minutesOf }))
      if (step === 'next') turn += daysPerWeek
      begun += 1
    }
    return made
  }

  return { weeks }
}

const asWritten = ({ lines, turn }: SchemeItem): AheadItem => ({
  sets: setsOf(lines[0]!),
  reason: { code: 'as_written' },
  ...(turn !== undefined && { table: turn }),
})

/** Sessions counted through the whole program, from 1. */
function numbered(weeks: readonly ProgramWeek[]): ProgramWeek[] {
  let session = 0
  return weeks.map((week) => ({ ...week, days: week.days.map((day) => ({ ...day, session: ++session })) }))
}
