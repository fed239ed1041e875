import { ANCHORS } from './anchors.ts'

/** Numbers the gate looks at: see `cues`. */
export const CUES = 120
/** In how many ways a remembered set of the movement is compared with the one planned: see `resemblances`. */
export const RESEMBLANCES = 32
/** In how many ways a late set of any movement is: see `company`. */
export const LIKENESSES = 16

/** What each attention head reads off the sets it looks at: see `headValues`, and `company` for sets of any movement. */
export const OWN_HEADS = [0, 0, 0, 0, 1, 2, 3, 3] as const
export const COMPANY_HEADS = [0, 1] as const
export const HEADS = OWN_HEADS.length + COMPANY_HEADS.length
export const HIDDEN = 48
/** Single reps beside the centre, −5…5, whose odds the gate may move. */
export const REACH = 5
export const GATES = ANCHORS + HEADS
export const OFFSETS = 2 * REACH + 1
/** Trust in each forecast; extra odds for each anchor's own answer; odds by offset; odds of multiples of five and of even reps. */
export const OUTPUTS = GATES + ANCHORS + OFFSETS + 2

/** Where the parameters lie in one row of numbers. The last of each head is what it gives to seeing nothing. */
export const FROM_CUES = 0
export const HIDDEN_BIAS = FROM_CUES + CUES * HIDDEN
export const FROM_HIDDEN = HIDDEN_BIAS + HIDDEN
export const OUTPUT_BIAS = FROM_HIDDEN + HIDDEN * OUTPUTS
export const OWN_LOOKS = OUTPUT_BIAS + OUTPUTS
export const OWN_HEAD_SIZE = RESEMBLANCES + 1
export const COMPANY_LOOKS = OWN_LOOKS + OWN_HEADS.length * OWN_HEAD_SIZE
export const COMPANY_HEAD_SIZE = LIKENESSES + 1
export const PARAMETERS = COMPANY_LOOKS + COMPANY_HEADS.length * COMPANY_HEAD_SIZE

/** A hidden unit below zero keeps this much of its slope. */
export const LEAK = 0.1
/** Chance that a head leaves to every number of reps. */
export const FLOOR = 1e-4

export interface WeightRow {
  readonly from: number
  readonly length: number
  /** How finely the weights of the row have to be kept. */
  readonly grain: 'coarse' | 'middle' | 'fine'
}

/** Rows of parameters that share a scale. */
export function* weightRows(): Generator<WeightRow> {
  for (let h = 0; h < HIDDEN; h++) yield { from: FROM_CUES + h * CUES, length: CUES, grain: 'coarse' }
  yield { from: HIDDEN_BIAS, length: HIDDEN, grain: 'fine' }
  for (let o = 0; o < OUTPUTS; o++) yield { from: FROM_HIDDEN + o * HIDDEN, length: HIDDEN, grain: 'coarse' }
  yield { from: OUTPUT_BIAS, length: OUTPUTS, grain: 'fine' }
  for (let from = OWN_LOOKS; from < COMPANY_LOOKS; from += OWN_HEAD_SIZE) yield { from, length: OWN_HEAD_SIZE, grain: 'middle' }
  for (let from = COMPANY_LOOKS; from < PARAMETERS; from += COMPANY_HEAD_SIZE) yield { from, length: COMPANY_HEAD_SIZE, grain: 'middle' }
}
