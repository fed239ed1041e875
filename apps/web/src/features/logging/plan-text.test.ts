import type { PlannedSet } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { plannedText } from './plan-text.ts'

const drill = { kind: 'warm_up', durationSeconds: 30 } as PlannedSet
const ramp = { kind: 'warm_up', repLow: 5, repHigh: 5 } as PlannedSet
const working = { kind: 'working', repLow: 5, repHigh: 8 } as PlannedSet

test('a drill that begins a session is told by its rounds and seconds, and never as no set at all', () => {
  expect(plannedText({ sets: [drill, drill] })).toBe('2 × 0:30')
  expect(plannedText({ sets: [{ kind: 'warm_up', repLow: 10, repHigh: 10 } as PlannedSet] })).toBe('1 × 10')
})

test('warm-up sets before working ones are not counted with them', () => {
  expect(plannedText({ sets: [ramp, working, working, working] })).toBe('3 × 5–8')
})
