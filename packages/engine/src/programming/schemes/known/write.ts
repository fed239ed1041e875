import type { SessionFocus, SessionSection, SessionType } from '@gymgenius/domain'
import { isRead, type Read } from '../../text/fault.ts'
import { readRule } from '../../text/rule-text.ts'
import { readSets } from '../../text/sets-text.ts'
import type { SchemeDay, SchemeItem } from '../scheme.ts'

/** A movement of a known program in the words of its text form; "a | b" is b where a cannot be done. Several lines are taken in turn. */
export function lift(movements: string, sets: string | readonly string[], rule?: string, superset?: number): SchemeItem {
  const written = (typeof sets === 'string' ? [sets] : sets).map((one) => must(readSets(one), one))
  return {
    movements: movements.split('|').map((slug) => slug.trim()),
    lines: written.map(({ line }) => line),
    restSeconds: written[0]!.restSeconds,
    ...(rule !== undefined && { progression: must(readRule(rule), rule) }),
    ...(superset !== undefined && { superset }),
  }
}

/** These are written by us: a fault is ours, and the test of the schemes finds it. */
function must<Value>(read: Read<Value>, text: string): Value {
  if (isRead(read)) return read.value
  throw new RangeError(`"${text}" at ${read.fault.at}: expected ${read.fault.expected}`)
}

export const day = (
  name: string,
  type: SessionType,
  focus: SessionFocus,
  sections: Partial<Record<SessionSection, readonly SchemeItem[]>>,
): SchemeDay => ({ name, type, focus, sections })

/** The bar, or the floor: what gets a body ready for each half of it, and what it ends with. */
export const ready = {
  lower: [
    lift('jumping-jack', '1 x 60 s, rest 0:15'),
    lift('leg-swing-front-to-back', '1 x 12, rest 0:15'),
    lift('knee-to-wall-ankle-rock', '1 x 10, rest 0:15'),
  ],
  upper: [lift('arm-circles', '1 x 15, rest 0:15'), lift('scapular-push-up', '1 x 10, rest 0:15'), lift('wall-slide', '1 x 10, rest 0:15')],
  whole: [
    lift('jumping-jack', '1 x 60 s, rest 0:15'),
    lift('worlds-greatest-stretch', '1 x 6, rest 0:15'),
    lift('wall-slide', '1 x 10, rest 0:15'),
  ],
  gentle: [
    lift('walking-treadmill | walking', '1 x 400 m, rest 0:15'),
    lift('cat-cow', '1 x 8, rest 0:15'),
    lift('leg-swing-front-to-back', '1 x 10, rest 0:15'),
    lift('wall-slide', '1 x 10, rest 0:15'),
  ],
} as const

export const easeOff = {
  lower: [lift('half-kneeling-hip-flexor-stretch', '1 x 45 s, rest 0:10'), lift('standing-hamstring-stretch', '1 x 45 s, rest 0:10')],
  upper: [lift('doorway-chest-stretch', '1 x 45 s, rest 0:10'), lift('cross-body-shoulder-stretch', '1 x 30 s, rest 0:10')],
  whole: [
    lift('half-kneeling-hip-flexor-stretch', '1 x 45 s, rest 0:10'),
    lift('doorway-chest-stretch', '1 x 45 s, rest 0:10'),
    lift('childs-pose', '1 x 45 s, rest 0:10'),
  ],
} as const

/** What every known program says of time: it is written in sets, and takes what they take. */
export const asLongAsItTakes = { rule: 'time', why: 'It is written in sets and rests, and its days are not equally long.' } as const
