import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aLoggedSet } from '../testing/logged-set.ts'
import { company } from './company.ts'
import { CompanyLooks } from './company-looks.ts'
import {
  COMPANY_HEAD_SIZE,
  COMPANY_HEADS,
  COMPANY_LOOKS,
  LIKENESSES,
  OWN_HEAD_SIZE,
  OWN_HEADS,
  OWN_LOOKS,
  RESEMBLANCES,
} from './gate-shape.ts'
import { emptyHabit, LATELY, RECALL } from './habit.ts'
import { observeHabit } from './next-reps.ts'
import { OwnLooks } from './own-looks.ts'
import { Recall } from './recall.ts'
import { resemblances } from './resemblance.ts'
import { weightsOf } from './weight-text.ts'
import { WEIGHTS } from './weights.ts'

const parameters = weightsOf(WEIGHTS)

/** Training and tables must see the same: a feature counted in one and not in the other would be a wrong forecast that looks sane. */
test('the tables come to the weights times the features that were trained on, whatever was logged', () => {
  const own = new OwnLooks(parameters)
  const others = new CompanyLooks(parameters)
  const recall = new Recall()
  const rows = new Float64Array(RECALL * RESEMBLANCES)
  const lateRows = new Float64Array(LATELY * LIKENESSES)
  const scores = new Float64Array(RECALL * OWN_HEADS.length)
  const sets = fc.array(
    fc.record({
      movement: fc.constantFrom('bench', 'bench', 'row'),
      pause: fc.constantFrom(0, 0, 0, 1, 7, 40),
      loadKg: fc.constantFrom(0, 20, 60, 60, 61, 62.5, 140),
      reps: fc.oneof(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 0, max: 31 })),
      toFailure: fc.boolean(),
    }),
    { minLength: 1, maxLength: 90, size: 'max' },
  )
  fc.assert(
    fc.property(sets, (told) => {
      const habit = emptyHabit()
      let day = 0
      for (const { pause, ...set } of told) {
        day += pause
        const logged = aLoggedSet({ ...set, day })
        recall.fill(habit, logged)
        own.score(recall, scores)
        resemblances(recall, rows)
        expectAlike(rows, recall.count, RESEMBLANCES, OWN_LOOKS, OWN_HEAD_SIZE, OWN_HEADS.length)
        others.score(habit, recall, scores)
        expectAlike(lateRows, company(habit, recall, lateRows), LIKENESSES, COMPANY_LOOKS, COMPANY_HEAD_SIZE, COMPANY_HEADS.length)
        observeHabit(habit, logged)
      }
    }),
    { numRuns: 40 },
  )

  function expectAlike(seen: Float64Array, count: number, features: number, from: number, size: number, heads: number): void {
    for (let h = 0; h < heads; h++) {
      for (let i = 0; i < count; i++) {
        let sum = 0
        for (let f = 0; f < features; f++) sum += parameters[from + h * size + f]! * seen[i * features + f]!
        if (!(Math.abs(sum - scores[h * RECALL + i]!) < 1e-9)) expect.fail(`head ${h}, set ${i}: ${sum} ≠ ${scores[h * RECALL + i]}`)
      }
    }
  }
})
