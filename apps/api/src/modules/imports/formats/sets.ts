import { limits, type LoadUnit, rirOfRpe } from '@gymgenius/domain'
import type { ReadSet } from './logbook.ts'
import { shortened } from './names.ts'
import type { SaidRow } from './said.ts'
import type { Tell } from './telling.ts'
import { numberIn } from './values.ts'

/** A set whose load still waits for the file's unit. */
export interface DraftSet extends Omit<ReadSet, 'loadKg'> {
  readonly load?: number
  readonly loadUnit?: LoadUnit
}

/** Reads the set of one row. 'empty': there is none in it; undefined: there is one that cannot be kept, and why was told. */
export function setIn(row: SaidRow, tell: Tell): DraftSet | 'empty' | undefined {
  const said = {
    load: loadIn(row),
    reps: numberIn(row.reps),
    seconds: numberIn(row.seconds),
    distance: numberIn(row.distance),
  }
  for (const [what, value] of Object.entries(said)) {
    if (value === undefined) continue
    const fault = faultOf(what, value, row)
    if (fault === undefined) continue
    tell(row.line, fault[0], fault[1])
    return undefined
  }
  const metres = positive(said.distance) === undefined ? undefined : said.distance! * (row.metresPerUnit ?? 1)
  const durationSeconds = positive(said.seconds)
  if (metres !== undefined && metres > limits.distanceMeters) {
    tell(row.line, 'implausible_distance', `A distance of ${row.distance} is not believable`)
    return undefined
  }
  const isTimed = durationSeconds !== undefined || metres !== undefined
  const reps = said.reps === 0 && (isTimed || positive(said.load) === undefined) ? undefined : said.reps // 0 beside a load is an attempt that failed
  const load = said.load === 0 && reps === undefined ? undefined : said.load
  if (reps === undefined && load === undefined && !isTimed) return 'empty'

  if (row.unknownKind !== undefined) {
    tell(row.line, 'unknown_set_kind', `“${row.unknownKind.slice(0, 40)}” is no kind of set known here; it was read as a working set`)
  }
  const note = shortened(row.note, limits.noteGraphemes, () => tell(row.line, 'note_cut', 'The note was too long and was cut'))
  return {
    line: row.line,
    kind: row.kind,
    toFailure: row.toFailure,
    ...(load === undefined ? {} : { load }),
    ...(load === undefined || row.loadUnit === undefined ? {} : { loadUnit: row.loadUnit }),
    ...(reps === undefined ? {} : { reps }),
    ...effortIn(row, tell),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(metres === undefined ? {} : { distanceMeters: Math.round(metres * 100) / 100 }),
    ...(note === '' ? {} : { note }),
  }
}

const positive = (value: number | undefined) => (value !== undefined && value > 0 ? value : undefined)

/** Help on an assisted movement is written with a minus by some, and positive here. */
function loadIn({ load, exercise }: SaidRow): number | undefined {
  const value = numberIn(load)
  return value !== undefined && value < 0 && /assist|unterstützt|asistid|assistid|assistit/i.test(exercise) ? -value : value
}

const words: Readonly<Record<string, string>> = { load: 'weight', reps: 'reps', seconds: 'time', distance: 'distance' }

function faultOf(what: string, value: number, row: SaidRow): [code: string, message: string] | undefined {
  const word = words[what]!
  if (Number.isNaN(value)) return ['not_a_number', `The ${word} is not a number`]
  if (value < 0) return ['negative', `The ${word} is negative (${value})`]
  if (what === 'reps' && value > limits.reps) return ['implausible_reps', `${row.reps} reps are not believable`]
  if (what === 'reps' && !Number.isInteger(value)) return ['fraction_of_a_rep', `${row.reps} reps are not a whole number`]
  if (what === 'seconds' && value > limits.durationSeconds) return ['implausible_duration', `${row.seconds} seconds are more than a day`]
  return undefined
}

function effortIn({ rpe: cell, toFailure, line }: SaidRow, tell: Tell): Pick<DraftSet, 'rir' | 'effortScale'> {
  const rpe = numberIn(cell)
  const isSaid = rpe !== undefined && rpe !== 0
  const isRpe = isSaid && rpe >= limits.rpeLow && rpe <= limits.rpeHigh
  if (isSaid && !isRpe) tell(line, 'implausible_rpe', `An RPE of ${cell.slice(0, 20)} is not on the scale; the set is kept without it`)
  if (toFailure) return { rir: 0, ...(isRpe && rpe === limits.rpeHigh ? { effortScale: 'rpe' } : {}) } // failure leaves nothing in reserve, whatever else was said
  return isRpe ? { rir: rirOfRpe(rpe), effortScale: 'rpe' } : {}
}
