import { CUES, LIKENESSES, RESEMBLANCES } from '../../packages/engine/src/forecast/gate-shape.ts'
import { FORECAST_REPS, type LoggedSet } from '@gymgenius/engine'
import { cues } from '../../packages/engine/src/forecast/cues.ts'
import { company, COMPANY_KINDS, companyValues } from '../../packages/engine/src/forecast/company.ts'
import { emptyHabit, LATELY, RECALL } from '../../packages/engine/src/forecast/habit.ts'
import { observeHabit } from '../../packages/engine/src/forecast/next-reps.ts'
import { ANCHORS } from '../../packages/engine/src/forecast/anchors.ts'
import { Recall } from '../../packages/engine/src/forecast/recall.ts'
import { resemblances } from '../../packages/engine/src/forecast/resemblance.ts'
import { ResidualForecasts } from '../../packages/engine/src/forecast/residuals.ts'
import { headValues, VALUE_KINDS } from '../../packages/engine/src/forecast/attention.ts'
import type { TrainingLog } from '../../bench/training-logs.ts'

/** Everything the gate sees before every working set, as it was at that moment. */
export interface Samples {
  count: number
  lifter: Int32Array
  reps: Uint8Array
  cues: Float32Array
  logs: Float32Array
  anchors: Float32Array
  keysFrom: Int32Array
  keys: Uint8Array
  values: Uint8Array
  center: Uint8Array
  lateFrom: Int32Array
  late: Uint8Array
  lateValues: Uint8Array
}
export const KEY_SCALE = 120

export function gather(logs: readonly TrainingLog[]): Samples {
  const total = logs.reduce((sum, { sets }) => sum + sets.filter((set) => set.kind === 'working').length, 0)
  const samples: Samples = {
    count: 0,
    lifter: new Int32Array(total),
    reps: new Uint8Array(total),
    cues: new Float32Array(total * CUES),
    logs: new Float32Array(total * ANCHORS * FORECAST_REPS),
    anchors: new Float32Array(total * ANCHORS),
    keysFrom: new Int32Array(total + 1),
    keys: new Uint8Array(total * RECALL * RESEMBLANCES),
    values: new Uint8Array(total * RECALL * VALUE_KINDS),
    center: new Uint8Array(total),
    lateFrom: new Int32Array(total + 1),
    late: new Uint8Array(total * LATELY * LIKENESSES),
    lateValues: new Uint8Array(total * LATELY * COMPANY_KINDS),
  }
  logs.forEach(({ sets }, lifter) => gatherLifter(samples, lifter, sets))
  return samples
}

const recall = new Recall()
const forecasts = new ResidualForecasts()
const seen = new Float64Array(CUES)
const rows = new Float64Array(RECALL * RESEMBLANCES)
const lateRows = new Float64Array(LATELY * LIKENESSES)
const lateValues = new Uint8Array(LATELY * COMPANY_KINDS)
const values = new Uint8Array(RECALL * VALUE_KINDS)

function gatherLifter(s: Samples, lifter: number, sets: readonly LoggedSet[]): void {
  const habit = emptyHabit()
  for (const set of sets) {
    if (set.kind === 'working') {
      recall.fill(habit, set)
      if (recall.count > 0) gatherSet(s, lifter, habit, set)
    }
    observeHabit(habit, set)
  }
}

function gatherSet(s: Samples, lifter: number, habit: ReturnType<typeof emptyHabit>, set: LoggedSet): void {
  const n = s.count++
  forecasts.fill(habit, recall)
  s.lifter[n] = lifter
  s.reps[n] = Math.max(1, Math.min(FORECAST_REPS, Math.round(set.reps)))
  cues(habit, recall, forecasts, seen)
  s.cues.set(seen, n * CUES)
  s.logs.set(forecasts.logs, n * ANCHORS * FORECAST_REPS)
  s.anchors.set(recall.anchors, n * ANCHORS)
  resemblances(recall, rows)
  const from = s.keysFrom[n]!
  for (let i = 0; i < recall.count * RESEMBLANCES; i++) s.keys[from * RESEMBLANCES + i] = Math.round(rows[i]! * KEY_SCALE)
  headValues(recall, values)
  s.values.set(values.subarray(0, recall.count * VALUE_KINDS), from * VALUE_KINDS)
  const lateFrom = s.lateFrom[n]!
  const count = company(habit, recall, lateRows)
  companyValues(habit, recall, lateValues)
  for (let i = 0; i < count * LIKENESSES; i++) s.late[lateFrom * LIKENESSES + i] = Math.round(lateRows[i]! * KEY_SCALE)
  s.lateValues.set(lateValues.subarray(0, count * COMPANY_KINDS), lateFrom * COMPANY_KINDS)
  s.lateFrom[n + 1] = lateFrom + count
  s.keysFrom[n + 1] = from + recall.count
  s.center[n] = Math.round(recall.anchors[recall.today > 0 ? 0 : 1]!)
}
