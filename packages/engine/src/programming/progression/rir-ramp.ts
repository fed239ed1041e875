import type { MovementInPlan, Progression, RuleOf, SetLine } from './plan.ts'
import { changed, lastLine, lineAt, setsOf, verdictOf } from './sets.ts'

type Plan = MovementInPlan<RuleOf<'rir_ramp'>>

/**
 * A ramp of effort over a mesocycle: the same repetitions, from week to week nearer to failure, and where the rule says so a set more;
 * then it begins anew. The load is left to the engine, which raises it as the reserve shrinks. A week that fell short keeps its effort
 * and gets no set more.
 */
export const rirRamp: Progression<RuleOf<'rir_ramp'>> = (plan, done) => {
  const { state } = plan
  const planned = (week: number) => setsOf(rampedLine(plan, lineAt(plan, state.time), week))
  if (done === null) return { sets: planned(0), state: changed(state, { time: state.time + 1 }), reason: said(plan, 'first_time', 0) }
  const before = weekOf(plan, state.time - 1)
  const { isUnfinished, isShort } = verdictOf(rampedLine(plan, lastLine(plan), before), done)
  if (isUnfinished) return { sets: planned(before), state, reason: said(plan, 'unfinished', before) }
  if (isShort) return { sets: planned(before), state: changed(state, { misses: state.misses + 1 }), reason: said(plan, 'short', before) }
  const week = weekOf(plan, state.time)
  const after = changed(state, { time: state.time + 1, misses: 0 })
  return { sets: planned(week), state: after, reason: said(plan, week === 0 ? 'ramp_again' : 'ramp', week) }
}

const weekOf = ({ rule }: Plan, time: number) => Math.max(0, time) % Math.max(1, rule.weeks)

/** Halves of a repetition are what a lifter can tell apart. */
export const rampedRir = ({ from, to, weeks }: RuleOf<'rir_ramp'>, week: number) =>
  weeks <= 1 ? to : Math.round(2 * (from + ((to - from) * week) / (weeks - 1))) / 2

function rampedLine({ rule }: Plan, line: SetLine, week: number): SetLine {
  const more = rule.setEveryWeeks === undefined ? 0 : Math.floor(week / rule.setEveryWeeks)
  return line.map((sets, place) =>
    sets.kind === 'warm_up' ? sets : { ...sets, rir: rampedRir(rule, week), count: sets.count + (place === line.length - 1 ? more : 0) },
  )
}

const said = ({ rule }: Plan, code: string, week: number) => ({ code, facts: { week: week + 1, rir: rampedRir(rule, week) } })
