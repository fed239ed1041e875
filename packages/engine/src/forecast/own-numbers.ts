import { type Field, readField, writeField } from './digits.ts'
import { OUTPUTS } from './gate-shape.ts'
import type { MovementHabit } from './habit.ts'
import { ANCHORS } from './anchors.ts'
import { MOVEMENT_RESIDUALS } from './residual-cells.ts'

const RESIDUALS: Field = { numbers: MOVEMENT_RESIDUALS, digits: 2, low: 0, high: 12 }
const SCORES: Field = { numbers: 2 * ANCHORS, digits: 2, low: -8, high: 0 }
const HITS: Field = { numbers: ANCHORS, digits: 2, low: 0, high: 1 }
/** Trust moves by less than a thousandth a set. */
const TRUST: Field = { numbers: OUTPUTS, digits: 3, low: -4, high: 4 }

const HALF = 0.5

/** What was learned of one movement, while it is worked with. In the habit it is text: a tenth of the memory of arrays. */
export class OwnNumbers {
  isKnown = false
  readonly residuals = new Float64Array(RESIDUALS.numbers)
  readonly scores = new Float64Array(SCORES.numbers)
  readonly hits = new Float64Array(HITS.numbers)
  readonly trust = new Float64Array(TRUST.numbers)
  private readonly codes: number[] = []
  /** What the numbers are read from or written to; undefined before anything was. */
  private text: string | undefined = undefined

  read(movement: MovementHabit | undefined): void {
    const text = movement?.learned ?? ''
    if (text === this.text) return
    this.text = text
    this.isKnown = text !== ''
    if (this.isKnown) {
      let at = readField(RESIDUALS, text, 0, this.residuals)
      at = readField(SCORES, text, at, this.scores)
      at = readField(HITS, text, at, this.hits)
      readField(TRUST, text, at, this.trust)
    } else {
      this.residuals.fill(0)
      this.scores.fill(0)
      this.hits.fill(HALF)
      this.trust.fill(0)
    }
  }

  write(movement: MovementHabit): void {
    const { codes } = this
    let at = writeField(RESIDUALS, this.residuals, codes, 0)
    at = writeField(SCORES, this.scores, codes, at)
    at = writeField(HITS, this.hits, codes, at)
    writeField(TRUST, this.trust, codes, at)
    this.text = movement.learned = String.fromCharCode(...codes)
    this.isKnown = true
  }
}
