import { limits, type LoadUnit, rirOfRpe } from '@gymgenius/domain'
import type { ReadDate } from './dates.ts'
import type { ReadSet } from './logbook.ts'
import { shortened } from './names.ts'
import type { SaidRow } from './said.ts'
import type { Tell } from './telling.ts'
import { numberIn } from './values.ts'

/** A set whose load still waits for the file's unit. */
export interface DraftSet extends Omit<ReadSet, 'loadKg' | 'performedAt'> {
  readonly at?: ReadDate
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
    rest: numberIn(row.restSeconds),
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
  const load = said.load === 0 && reps === undefined && !(isTimed && row.zeroIsSaid === true) ? undefined : said.load
  if (reps === undefined && load === undefined && !isTimed) return 'empty'

  if (row.unknownKind !== undefined) {
    tell(row.line, 'unknown_set_kind', `“${row.unknownKind.slice(0, 40)}” is no kind of set known here; it was read as a working set`)
  }
  if (row.lostParts !== undefined) {
    const were = row.lostParts === 1 ? '1 part of this set is' : `${row.lostParts} parts of this set are`
    tell(row.line, 'parts_left_out', `${were} not believable and left out; the set is kept without`)
  }
  const note = shortened(row.note, limits.noteGraphemes, () => tell(row.line, 'note_cut', 'The note was too long and was cut'))
  return {
    line: row.line,
    ...(row.part === undefined || row.part === 0 ? {} : { part: row.part + 1 }),
    kind: row.kind,
    toFailure: row.toFailure,
    ...(load === undefined ? {} : { load }),
    ...(load === undefined || row.loadUnit === undefined ? {} : { loadUnit: row.loadUnit }),
    ...(reps === undefined ? {} : { reps }),
    ...effortIn(row, tell),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(metres === undefined ? {} : { distanceMeters: Math.round(metres * 100) / 100 }),
    ...(said.rest === undefined ? {} : { restSeconds: said.rest }),
    ...(note === '' ? {} : { note }),
    ...(row.tempo !== undefined && TEMPO.test(row.tempo) ? { tempo: row.tempo } : {}),
    ...(row.parts === undefined ? {} : { parts: row.parts }),
  }
}

const TEMPO = /^(\d{1,2}|X)(-(\d{1,2}|X)){2,3}$/

const positive = (value: number | undefined) => (value !== undefined && value > 0 ? value : undefined)

/** Help on an assisted movement is written with a minus by some, and positive here. */
function loadIn({ load, exercise }: SaidRow): number | undefined {
  const value = numberIn(load)
  return value !== undefined && value < 0 && /assist|unterstützt|asistid|assistid|assistit/i.test(exercise) ? -value : value
}

const words: Readonly<Record<string, string>> = { load: 'weight', reps: 'reps', seconds: 'time', distance: 'distance', rest: 'rest' }

function faultOf(what: string, value: number, row: SaidRow): [code: string, message: string] | undefined {
  const word = words[what]!
  if (Number.isNaN(value)) return ['not_a_number', `The ${word} is not a number`]
  if (value < 0) return ['negative', `The ${word} is negative (${value})`]
  if (what === 'reps' && value > limits.reps) return ['implausible_reps', `${row.reps} reps are not believable`]
  if (what === 'reps' && !Number.isInteger(value)) return ['fraction_of_a_rep', `${row.reps} reps are not a whole number`]
  if ((what === 'seconds' || what === 'rest') && value > limits.durationSeconds)
    return ['implausible_duration', `A ${word} of ${value} seconds is more than a day`]
  return undefined
}

function effortIn(row: SaidRow, tell: Tell): Pick<DraftSet, 'rir' | 'effortScale'> {
  const { toFailure, line, effortScale } = row
  const rir = onScale(row.rir, 0, limits.rir)
  const rpe = onScale(row.rpe === '0' || numberIn(row.rpe) === 0 ? '' : row.rpe, limits.rpeLow, limits.rpeHigh)
  if (Number.isNaN(rir))
    tell(line, 'implausible_rir', `${row.rir!.slice(0, 20)} repetitions in reserve are not believable; the set is kept without them`)
  if (Number.isNaN(rpe)) tell(line, 'implausible_rpe', `An RPE of ${row.rpe.slice(0, 20)} is not on the scale; the set is kept without it`)
  if (toFailure) return { rir: 0, ...(effortScale !== undefined ? { effortScale } : rpe === limits.rpeHigh ? { effortScale: 'rpe' } : {}) } // failure leaves nothing in reserve, whatever else was said
  if (rir !== undefined && !Number.isNaN(rir)) return { rir, effortScale: effortScale ?? 'rir' }
  return rpe === undefined || Number.isNaN(rpe) ? {} : { rir: rirOfRpe(rpe), effortScale: 'rpe' }
}

/** undefined: not said; NaN: said, and not on the scale. */
function onScale(cell: string | undefined, low: number, high: number): number | undefined {
  const value = numberIn(cell)
  return value === undefined || (value >= low && value <= high) ? value : Number.NaN
}
