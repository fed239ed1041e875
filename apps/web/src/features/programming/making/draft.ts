import type { Api } from '@gymgenius/contracts'
import type { Discipline, Experience, Joint, PainSeverity, ProgramSplit, TrackedMuscle } from '@gymgenius/domain'
import type { Purse } from '../goal-purse.tsx'

export type Request = NonNullable<Api['POST /v1/programs']['body']>
export type Activity = NonNullable<Request['activities']>[number]
export type Injury = { readonly joint: Joint; readonly severity: PainSeverity }
export type Split = Exclude<ProgramSplit, 'hybrid'>

/** What was answered so far. What is not there was not asked yet, or is as usual. */
export interface Draft {
  readonly purse?: Purse
  readonly daysPerWeek?: number
  /** 0 is Monday; none: sessions follow each other. */
  readonly weekdays?: readonly number[]
  readonly minutes?: number
  readonly weeks?: number
  /** One of `places`, or the id of a gym. */
  readonly place?: string
  readonly experience?: Experience
  readonly injuries?: readonly Injury[]
  /** Movements that stay out of this program. */
  readonly never?: readonly string[]
  readonly split?: Split | 'auto'
  readonly activities?: readonly Activity[]
  readonly disciplines?: Readonly<Partial<Record<Discipline, number>>>
  readonly specialise?: readonly TrackedMuscle[]
  readonly finishers?: boolean
  /** The day of a meet or a test. */
  readonly peakOn?: string
  readonly name?: string
  /** Kept for the next program. */
  readonly remembers?: boolean
  /** What the server would not have, in words, by field. */
  readonly faults?: Readonly<Partial<Record<Answer, string>>>
  /** Of a program that was asked for and may be made already: asked again, it is the same one. */
  readonly id?: string
}

export type Answer = Exclude<keyof Draft, 'faults' | 'id' | 'remembers'>
export type ChangeDraft = (change: Partial<Draft>) => void

/** Who says something anew asks for another program, and the fault of what was said before is gone. */
export function changed({ id, faults = {}, ...before }: Draft, said: Partial<Draft>): Draft {
  if ('faults' in said || 'id' in said) return { ...before, ...(id !== undefined && { id }), faults, ...said }
  return { ...before, ...said, faults: Object.fromEntries(Object.entries(faults).filter(([answer]) => !(answer in said))) }
}
