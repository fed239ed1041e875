import { kg } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { aSet, aSnapshot, aTarget } from '../testing/builders.ts'
import { toldUnderPain, underPain } from './pain.ts'
import { prescribe } from './prescribe.ts'

const easyWeeks = [21, 14, 7].map((daysAgo) => aSet({ daysAgo, loadKg: 80, reps: 8, rir: 4 }))

test('who could add weight is not asked to while it hurts, and keeps two more in reserve', () => {
  const asked = { snapshot: aSnapshot({ sets: easyWeeks }), target: aTarget() }
  expect(prescribe(asked.snapshot, asked.target).load).toBeGreaterThan(80)
  const { snapshot, target } = underPain(asked)
  const told = toldUnderPain(prescribe(snapshot, target), { joint: 'lower_back' })
  expect(told.load).toBeLessThanOrEqual(80)
  expect(told.rir).toBe(4)
  expect(told.flags).toContain('pain')
  expect(explain(told, 'kg')).toContain('Your lower back hurts, so two more are kept in reserve.')
  expect(explain(told, 'kg')).not.toContain('your gym has')
})

test('nobody is tested where it hurts', () => {
  const { snapshot, target } = underPain({ snapshot: aSnapshot(), target: aTarget() })
  const ramp = prescribe(aSnapshot(), aTarget()).reasons.find(({ code }) => code === 'guided_test')
  const easy = prescribe(snapshot, target).reasons.find(({ code }) => code === 'guided_test')
  expect(ramp?.['protocol']).toBe('ramp')
  expect(easy?.['protocol']).not.toBe('ramp')
})

test('help that is taken off the body does not shrink while it hurts', () => {
  const sets = [14, 7].map((daysAgo) => aSet({ daysAgo, loadKg: 30, reps: 8, rir: 4 }))
  const assisted = aSnapshot({
    sets,
    movement: { loadKind: 'assisted', pattern: 'vertical_pull', equipment: 'machine' },
    loads: { min: 0, step: 5 },
  })
  const { snapshot, target } = underPain({ snapshot: assisted, target: aTarget() })
  expect(prescribe(snapshot, target).load).toBeGreaterThanOrEqual(30)
})

test('whatever was lifted and whatever the gym has, the load does not rise above the last workout', () => {
  const load = fc.integer({ min: 8, max: 60 }).map((steps) => steps * 2.5)
  const list = fc.uniqueArray(load, { minLength: 1, maxLength: 12 }).map((loads) => ({ list: loads.toSorted((a, b) => a - b) }))
  const loads = fc.oneof(fc.constant({ min: 20, step: 2.5 }), list)
  fc.assert(
    fc.property(fc.array(load, { minLength: 1, maxLength: 6 }), loads, fc.integer({ min: 0, max: 5 }), (lifted, gym, rir) => {
      const sets = lifted.map((loadKg) => aSet({ daysAgo: 7, loadKg, reps: 8, rir }))
      const { snapshot, target } = underPain({ snapshot: aSnapshot({ sets, loads: gym }), target: aTarget() })
      const lightest = 'list' in gym ? gym.list[0]! : gym.min
      expect(prescribe(snapshot, target).load).toBeLessThanOrEqual(Math.max(kg(Math.max(...lifted)), lightest))
    }),
  )
})
