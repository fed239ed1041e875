import type { ProgressionRule } from '../progression/plan.ts'
import { afterBlanks, type Cursor, isAtEnd, need, type Read, reading, take, Unreadable } from './fault.ts'
import { NUMBER, wholeFrom } from './sets-text.ts'

const STYLES = '"single", "double", "linear", "paused", "build to drop", "wave", "percent", "RIR 3 to 1" or "undulating"'
const MISSES = 3
const RESET = 10

/**
 * A progression as a lifter writes it:
 *
 *     single          double, +2.5 kg          linear, +2.5 kg, -10 % after 3 misses          paused 3-2-1 s, +2.5 kg
 *     build to drop, -20 %, +2.5 kg            wave, +2.5 kg                                   undulating, +2.5 kg
 *     percent of 90 %, +5 kg                   RIR 3 to 1 in 4 weeks, a set more every 2
 *
 * Without kilograms a rise is one step of what the gym can load.
 */
export function readRule(text: string): Read<ProgressionRule> {
  return reading(() => {
    const cursor: Cursor = { text, at: 0 }
    const rule = readStyle(cursor)
    if (!isAtEnd(cursor)) throw new Unreadable(afterBlanks(cursor), 'nothing more')
    return rule
  })
}

function readStyle(cursor: Cursor): ProgressionRule {
  const word = need(cursor, /single|double|linear|paused|build to drop|wave|percent|RIR|undulating/, STYLES)[0]
  switch (word) {
    case 'single':
    case 'double':
    case 'wave':
      return { style: word, ...readRise(cursor) }
    case 'undulating':
      return { style: 'daily_undulating', ...readRise(cursor) }
    case 'linear':
      return readLinear(cursor)
    case 'paused':
      return readPaused(cursor)
    case 'build to drop': {
      need(cursor, /,/, '", -20 %": how much lighter the last sets are')
      const dropPercent = readLess(cursor)
      return { style: 'build_to_drop', dropPercent, ...readRise(cursor) }
    }
    case 'percent': {
      need(cursor, /of\b/, '"of 90 %": the share of the maximum')
      const ofMaximum = Number(need(cursor, NUMBER, 'a percentage')[0])
      need(cursor, /%/, '"%"')
      const rise = readRise(cursor)
      if (rise.addKg === undefined) throw new Unreadable(afterBlanks(cursor), '", +2.5 kg": what each round adds')
      return { style: 'percent', ofMaximum, addKg: rise.addKg }
    }
    default:
      return readRamp(cursor)
  }
}

function readRise(cursor: Cursor): { readonly addKg?: number } {
  const before = cursor.at
  if (take(cursor, /,/) === undefined) return {}
  if (take(cursor, /\+/) === undefined) {
    cursor.at = before
    return {}
  }
  const addKg = Number(need(cursor, NUMBER, 'how many kilograms, such as "+2.5 kg"')[0])
  need(cursor, /kg\b/, '"kg"')
  return { addKg }
}

function readLess(cursor: Cursor): number {
  need(cursor, /[-−]/, 'how much less, such as "-10 %"')
  const at = afterBlanks(cursor)
  const percent = Number(need(cursor, NUMBER, 'a percentage')[0])
  if (percent <= 0 || percent >= 100) throw new Unreadable(at, 'a percentage between 0 and 100')
  need(cursor, /%/, '"%"')
  return percent
}

function readLinear(cursor: Cursor): ProgressionRule {
  const rise = readRise(cursor)
  if (take(cursor, /,/) === undefined) return { style: 'linear', ...rise, misses: MISSES, resetPercent: RESET }
  const resetPercent = readLess(cursor)
  need(cursor, /after\b/, '"after 3 misses"')
  const misses = wholeFrom(cursor, 1, 9, 'how many misses')
  need(cursor, /miss(es)?\b/, '"misses"')
  return { style: 'linear', ...rise, misses, resetPercent }
}

function readPaused(cursor: Cursor): ProgressionRule {
  const [written] = need(cursor, /\d+(-\d+)*/, 'the pauses in seconds, longest first, such as "3-2-1 s"')
  need(cursor, /s\b/, '"s"')
  return { style: 'paused', pauses: written.split('-').map(Number), ...readRise(cursor) }
}

function readRamp(cursor: Cursor): ProgressionRule {
  const from = Number(need(cursor, NUMBER, 'the reserve of the first week')[0])
  need(cursor, /to\b/, '"to"')
  const to = Number(need(cursor, NUMBER, 'the reserve of the last week')[0])
  need(cursor, /in\b/, '"in 4 weeks"')
  const weeks = wholeFrom(cursor, 1, 26, 'how many weeks')
  need(cursor, /weeks?\b/, '"weeks"')
  if (take(cursor, /,/) === undefined) return { style: 'rir_ramp', from, to, weeks }
  need(cursor, /a set more every\b/, '"a set more every 2"')
  return { style: 'rir_ramp', from, to, weeks, setEveryWeeks: wholeFrom(cursor, 1, 26, 'every how many weeks') }
}

export function printRule(rule: ProgressionRule): string {
  switch (rule.style) {
    case 'single':
    case 'double':
    case 'wave':
      return rule.style + rise(rule.addKg)
    case 'daily_undulating':
      return `undulating${rise(rule.addKg)}`
    case 'linear':
      return `linear${rise(rule.addKg)}, -${rule.resetPercent} % after ${rule.misses} miss${rule.misses === 1 ? '' : 'es'}`
    case 'paused':
      return `paused ${rule.pauses.join('-')} s${rise(rule.addKg)}`
    case 'build_to_drop':
      return `build to drop, -${rule.dropPercent} %${rise(rule.addKg)}`
    case 'percent':
      return `percent of ${rule.ofMaximum} %, +${rule.addKg} kg`
    case 'rir_ramp': {
      const more = rule.setEveryWeeks === undefined ? '' : `, a set more every ${rule.setEveryWeeks}`
      return `RIR ${rule.from} to ${rule.to} in ${rule.weeks} week${rule.weeks === 1 ? '' : 's'}${more}`
    }
  }
}

const rise = (addKg: number | undefined) => (addKg === undefined ? '' : `, +${addKg} kg`)
