import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { kg, reps } from '@gymgenius/domain'
import { afterEach, expect, test } from 'vitest'
import { sourceMessages, translations } from '../../../words-module.ts'
import type { DailyBest } from './daily-bests.ts'
import { findingOf } from './finding.ts'

const best = (day: number, times: number, estimate = 0): DailyBest => ({
  day: new Date(2026, 2, day).getTime(),
  load: kg(0),
  reps: reps(times),
  estimate: kg(estimate),
})
const ofPullUps = (...bests: readonly DailyBest[]) => findingOf({ loadKind: 'body_weight' }, { days: bests, isReps: true }, String)
const ofBench = (...bests: readonly DailyBest[]) =>
  findingOf({ loadKind: 'external' }, { days: bests, isReps: false }, (load) => `${load} kg`)

afterEach(() => i18n.loadAndActivate({ locale: 'en', locales: 'en', messages: {} }))

test('repetitions of one’s own body are counted in the lifter’s language', async () => {
  expect(ofPullUps(best(1, 5), best(9, 8))).toBe('Up 3 reps since Mar 1, 2026')
  expect(ofPullUps(best(1, 8), best(9, 7))).toBe('Down 1 rep since Mar 1, 2026')

  const said = await translations('de')
  const messages = Object.fromEntries(sourceMessages().map(({ id, message }) => [id, compileMessage(said.get(id) || message)]))
  i18n.loadAndActivate({ locale: 'de', locales: 'de', messages })
  expect(ofPullUps(best(1, 5), best(9, 8))).toContain('3 Wdh.')
})

test('one repetition more is a finding, half a kilogram is none', () => {
  expect(ofPullUps(best(1, 5), best(9, 5))).toBe('Level since Mar 1, 2026')
  expect(ofBench(best(1, 5, 100), best(9, 5, 100.5))).toBe('Level since Mar 1, 2026')
  expect(ofBench(best(1, 5, 100), best(9, 5, 98))).toBe('Down 2 kg since Mar 1, 2026')
})
