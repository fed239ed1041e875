import { FORECAST_REPS } from '@gymgenius/engine'
import { VALUE_KINDS } from '../../packages/engine/src/forecast/attention.ts'
import { COMPANY_KINDS } from '../../packages/engine/src/forecast/company.ts'
import { RECALL } from '../../packages/engine/src/forecast/habit.ts'
import { ANCHORS, LEVEL } from '../../packages/engine/src/forecast/anchors.ts'
import {
  COMPANY_HEAD_SIZE,
  COMPANY_HEADS,
  COMPANY_LOOKS,
  CUES,
  LIKENESSES,
  RESEMBLANCES,
  FLOOR,
  FROM_CUES,
  FROM_HIDDEN,
  GATES,
  HEADS,
  HIDDEN,
  HIDDEN_BIAS,
  LEAK,
  OUTPUT_BIAS,
  OUTPUTS,
  OWN_HEAD_SIZE,
  OWN_HEADS,
  OWN_LOOKS,
  PARAMETERS,
  REACH,
} from '../../packages/engine/src/forecast/gate-shape.ts'
import { KEY_SCALE, type Samples } from './samples.ts'

const R = FORECAST_REPS
const OWN = OWN_HEADS.length
/** Where the rows of sets of any movement begin, after those of the movement's own. */
const LATE = RECALL * RESEMBLANCES
const STEADY = 0.9
const STEADY_SQUARE = 0.999
const LEAST_PROBABILITY = 1e-12

export class Network {
  readonly p = new Float64Array(PARAMETERS)
  readonly g = new Float64Array(PARAMETERS)
  private readonly m = new Float64Array(PARAMETERS)
  private readonly v = new Float64Array(PARAMETERS)
  private t = 0
  readonly pmf = new Float64Array(R)
  private readonly x = new Float64Array(CUES)
  private readonly h = new Float64Array(HIDDEN)
  private readonly dh = new Float64Array(HIDDEN)
  private readonly o = new Float64Array(OUTPUTS)
  private readonly d = new Float64Array(OUTPUTS)
  private readonly keys = new Float64Array(2 * RECALL * RESEMBLANCES)
  private readonly attention = new Float64Array(HEADS * (RECALL + 1))
  private readonly heads = new Float64Array(HEADS * R)
  private readonly headLogs = new Float64Array(HEADS * R)
  private readonly base = new Float64Array(R)
  private readonly dp = new Float64Array(R)

  constructor(seed: number) {
    let state = seed
    const random = () => {
      state = (state * 1664525 + 1013904223) % 4294967296
      return state / 4294967296
    }
    const normal = () => random() + random() + random() + random() + random() + random() - 3
    for (let i = 0; i < CUES * HIDDEN; i++) this.p[FROM_CUES + i] = normal() * Math.sqrt(2 / CUES)
    for (let i = 0; i < HIDDEN * OUTPUTS; i++) this.p[FROM_HIDDEN + i] = normal() * 0.03
    for (let k = 0; k < GATES; k++) this.p[OUTPUT_BIAS + k] = k < ANCHORS ? 0.12 : 0.09
    for (let k = 0; k < HEADS; k++) {
      const at = headAt(k)
      const features = (k < OWN ? OWN_HEAD_SIZE : COMPANY_HEAD_SIZE) - 1
      for (let f = 0; f < features; f++) this.p[at + f] = normal() * 0.3
      if (k < OWN) {
        // Begin by looking at near loads and recent days.
        this.p[at] = 1
        this.p[at + 1] = -1
        this.p[at + 9] = -1
      }
      this.p[at + features] = -1
    }
  }

  forward(s: Samples, n: number): void {
    const { p, x, h, o } = this
    for (let i = 0; i < CUES; i++) x[i] = s.cues[n * CUES + i]!
    for (let j = 0; j < HIDDEN; j++) {
      let sum = p[HIDDEN_BIAS + j]!
      const w = FROM_CUES + j * CUES
      for (let i = 0; i < CUES; i++) sum += p[w + i]! * x[i]!
      h[j] = sum > 0 ? sum : LEAK * sum
    }
    for (let k = 0; k < OUTPUTS; k++) {
      let sum = p[OUTPUT_BIAS + k]!
      const w = FROM_HIDDEN + k * HIDDEN
      for (let j = 0; j < HIDDEN; j++) sum += p[w + j]! * h[j]!
      o[k] = sum
    }
    this.attend(s, n)
    this.combine(s, n)
  }

  private attend(s: Samples, n: number): void {
    const { p, keys, attention, heads, headLogs, base } = this
    for (let r = 0; r < R; r++) base[r] = Math.exp(s.logs[(n * ANCHORS + LEVEL) * R + r]!)
    for (let head = 0; head < HEADS; head++) {
      const { from, count, features, kinds, kind, rows, values } = this.bank(s, n, head)
      if (head === 0 || head === OWN)
        for (let i = 0, k = from * features; i < count * features; i++, k++) keys[(head === 0 ? 0 : LATE) + i] = rows[k]! / KEY_SCALE
      const start = head < OWN ? 0 : LATE
      const w = headAt(head)
      const at = head * (RECALL + 1)
      let most = p[w + features]!
      attention[at + count] = most
      for (let i = 0; i < count; i++) {
        let sum = 0
        const f = start + i * features
        for (let j = 0; j < features; j++) sum += p[w + j]! * keys[f + j]!
        attention[at + i] = sum
        if (sum > most) most = sum
      }
      let total = 0
      for (let i = 0; i <= count; i++) total += attention[at + i] = Math.exp(attention[at + i]! - most)
      for (let i = 0; i <= count; i++) attention[at + i]! /= total
      const sink = attention[at + count]!
      for (let r = 0; r < R; r++) heads[head * R + r] = sink * base[r]! + FLOOR
      for (let i = 0; i < count; i++) heads[head * R + values[(from + i) * kinds + kind]! - 1]! += attention[at + i]!
      for (let r = 0; r < R; r++) headLogs[head * R + r] = Math.log(heads[head * R + r]!)
    }
  }

  private bank(s: Samples, n: number, head: number) {
    if (head < OWN) {
      const from = s.keysFrom[n]!
      return {
        from,
        count: s.keysFrom[n + 1]! - from,
        features: RESEMBLANCES,
        kinds: VALUE_KINDS,
        kind: OWN_HEADS[head]!,
        rows: s.keys,
        values: s.values,
      }
    }
    const from = s.lateFrom[n]!
    const kind = COMPANY_HEADS[head - OWN]!
    return { from, count: s.lateFrom[n + 1]! - from, features: LIKENESSES, kinds: COMPANY_KINDS, kind, rows: s.late, values: s.lateValues }
  }

  private combine(s: Samples, n: number): void {
    const { o, pmf, headLogs } = this
    pmf.fill(0)
    for (let a = 0; a < ANCHORS; a++) {
      const from = (n * ANCHORS + a) * R
      for (let r = 0; r < R; r++) pmf[r]! += o[a]! * s.logs[from + r]!
      pmf[Math.round(s.anchors[n * ANCHORS + a]!) - 1]! += o[GATES + a]!
    }
    for (let k = 0; k < HEADS; k++) for (let r = 0; r < R; r++) pmf[r]! += o[ANCHORS + k]! * headLogs[k * R + r]!
    const center = s.center[n]!
    for (let r = 1; r <= R; r++) {
      const offset = Math.max(-REACH, Math.min(REACH, r - center)) + REACH
      pmf[r - 1]! += o[GATES + ANCHORS + offset]!
    }
    for (let r = 5; r <= R; r += 5) pmf[r - 1]! += o[OUTPUTS - 2]!
    for (let r = 2; r <= R; r += 2) pmf[r - 1]! += o[OUTPUTS - 1]!
    let most = Number.NEGATIVE_INFINITY
    for (let r = 0; r < R; r++) most = Math.max(most, pmf[r]!)
    let sum = 0
    for (let r = 0; r < R; r++) sum += pmf[r] = Math.exp(pmf[r]! - most)
    for (let r = 0; r < R; r++) pmf[r]! /= sum
  }

  /** One sample: its loss, with its gradient added. */
  learn(s: Samples, n: number): number {
    this.forward(s, n)
    return this.backward(s, n)
  }

  /** After `forward`: adds this sample's gradient. Returns its loss. */
  backward(s: Samples, n: number): number {
    const { p, g, x, h, dh, o, d, pmf, heads, headLogs, attention, base, dp, keys } = this
    const y = s.reps[n]! - 1
    const loss = -Math.log(Math.max(LEAST_PROBABILITY, pmf[y]!))
    pmf[y]! -= 1
    const dz = pmf
    d.fill(0)
    for (let a = 0; a < ANCHORS; a++) {
      const from = (n * ANCHORS + a) * R
      let sum = 0
      for (let r = 0; r < R; r++) sum += dz[r]! * s.logs[from + r]!
      d[a] = sum
      d[GATES + a] = dz[Math.round(s.anchors[n * ANCHORS + a]!) - 1]!
    }
    const center = s.center[n]!
    for (let r = 1; r <= R; r++) d[GATES + ANCHORS + Math.max(-REACH, Math.min(REACH, r - center)) + REACH]! += dz[r - 1]!
    for (let r = 5; r <= R; r += 5) d[OUTPUTS - 2]! += dz[r - 1]!
    for (let r = 2; r <= R; r += 2) d[OUTPUTS - 1]! += dz[r - 1]!
    for (let k = 0; k < HEADS; k++) {
      const { from, count, features, kinds, kind, values } = this.bank(s, n, k)
      const start = k < OWN ? 0 : LATE
      let sum = 0
      for (let r = 0; r < R; r++) sum += dz[r]! * headLogs[k * R + r]!
      d[ANCHORS + k] = sum
      const gate = o[ANCHORS + k]!
      let ofBase = 0
      for (let r = 0; r < R; r++) {
        dp[r] = (gate * dz[r]!) / heads[k * R + r]!
        ofBase += dp[r]! * base[r]!
      }
      const at = k * (RECALL + 1)
      let mean = attention[at + count]! * ofBase
      for (let i = 0; i < count; i++) mean += attention[at + i]! * dp[values[(from + i) * kinds + kind]! - 1]!
      const w = headAt(k)
      g[w + features]! += attention[at + count]! * (ofBase - mean)
      for (let i = 0; i < count; i++) {
        const ds = attention[at + i]! * (dp[values[(from + i) * kinds + kind]! - 1]! - mean)
        if (ds < 1e-7 && ds > -1e-7) continue
        const f = start + i * features
        for (let j = 0; j < features; j++) g[w + j]! += ds * keys[f + j]!
      }
    }
    dh.fill(0)
    for (let k = 0; k < OUTPUTS; k++) {
      const dk = d[k]!
      g[OUTPUT_BIAS + k]! += dk
      const w = FROM_HIDDEN + k * HIDDEN
      for (let j = 0; j < HIDDEN; j++) {
        g[w + j]! += dk * h[j]!
        dh[j]! += dk * p[w + j]!
      }
    }
    for (let j = 0; j < HIDDEN; j++) {
      const dj = h[j]! > 0 ? dh[j]! : LEAK * dh[j]!
      g[HIDDEN_BIAS + j]! += dj
      const w = FROM_CUES + j * CUES
      for (let i = 0; i < CUES; i++) g[w + i]! += dj * x[i]!
    }
    return loss
  }

  step(rate: number, size: number, decay: number): void {
    const { p, g, m, v } = this
    this.t += 1
    const c1 = 1 / (1 - STEADY ** this.t)
    const c2 = 1 / (1 - STEADY_SQUARE ** this.t)
    for (let i = 0; i < PARAMETERS; i++) {
      const gi = g[i]! / size
      m[i] = STEADY * m[i]! + (1 - STEADY) * gi
      v[i] = STEADY_SQUARE * v[i]! + (1 - STEADY_SQUARE) * gi * gi
      const weight = i < OWN_LOOKS ? decay : 0
      p[i]! -= rate * ((m[i]! * c1) / (Math.sqrt(v[i]! * c2) + 1e-8) + weight * p[i]!)
    }
    g.fill(0)
  }
}

const headAt = (head: number) => (head < OWN ? OWN_LOOKS + head * OWN_HEAD_SIZE : COMPANY_LOOKS + (head - OWN) * COMPANY_HEAD_SIZE)
