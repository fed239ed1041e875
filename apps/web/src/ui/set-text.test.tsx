import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SetText, type Effort, type SetFacts } from './set-text.tsx'

const text = (set: SetFacts & Partial<Effort>) =>
  renderToStaticMarkup(<SetText set={{ toFailure: false, ...set }} />).replace(/<[^>]+>/g, '')

test('a set reads the same wherever it stands', () => {
  expect(text({ loadKg: 80, reps: 8, rir: 2 })).toBe('80 kg × 8, RIR 2')
  expect(text({ loadKg: 0, reps: 1 })).toBe('1 rep')
  expect(text({ loadKg: 20, durationSeconds: 45 })).toBe('20 kg, 0:45')
  expect(text({ distanceMeters: 1200, durationSeconds: 3729 })).toBe('1.2 km, 1:02:09')
})

test('no repetition in reserve is said, and effort is told on the scale it was given on', () => {
  expect(text({ loadKg: 80, reps: 8, rir: 0 })).toBe('80 kg × 8, RIR 0')
  expect(text({ reps: 12, rir: 1.5, rpe: 8.5, effortScale: 'rpe' })).toBe('12 reps, RPE 8.5')
  expect(text({ reps: 12, toFailure: true })).toBe('12 reps, to failure')
})
