import { type Instant, kg, type MovementId } from '@gymgenius/domain'
import { afterEach, expect, test, vi } from 'vitest'
import { answers } from './answers.ts'
import { openEngine } from './engine.ts'
import type { Asked, Question, Reply } from './questions.ts'

const asked: Asked['prescriptions'] = {
  snapshot: {
    movement: { id: 'bench' as MovementId, pattern: 'horizontal_push', loadKind: 'external', equipment: 'barbell' },
    athlete: { bodyMass: null, isNovice: false, hasPain: false },
    loads: { min: kg(20), step: kg(2.5) },
    sets: [],
  },
  targets: [],
}

/** A browser whose workers behave as told, the first one first and the last one from then on. */
function aBrowser(...behaviours: readonly ('answers' | 'dies' | 'stops after one' | 'hangs' | 'fails' | 'is refused')[]) {
  let started = 0
  let here = 0
  let answered = 0
  const start = () => {
    const behaviour = behaviours[Math.min(started++, behaviours.length - 1)]!
    if (behaviour === 'is refused') throw new Error('no workers here')
    const worker = new EventTarget()
    const postMessage = ({ id, name, asked }: Question) =>
      void queueMicrotask(() => {
        if (behaviour === 'dies') worker.dispatchEvent(new Event('error'))
        const reply: Reply =
          behaviour === 'fails' ? { id, fault: 'a mistake' } : { id, answer: answers[name as 'prescriptions'](asked as never) }
        const isSilent = behaviour === 'hangs' || (behaviour === 'stops after one' && answered++ > 0)
        if (!isSilent && behaviour !== 'dies') worker.dispatchEvent(new MessageEvent('message', { data: reply }))
      })
    return Object.assign(worker, { postMessage, terminate: () => undefined }) as unknown as Worker
  }
  const engine = openEngine({ start, here: async () => (here++, answers) })
  return { ask: () => engine.ask('prescriptions', asked), count: () => ({ started, here }) }
}

afterEach(() => void vi.useRealTimers())

test('one worker answers every question of a tab', async () => {
  const { ask, count } = aBrowser('answers')
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([[], [], []])
  expect(count()).toEqual({ started: 1, here: 0 })
})

test('a lifter whose worker died gets the target from the next one', async () => {
  const { ask, count } = aBrowser('dies', 'answers')
  expect(await Promise.all([ask(), ask()])).toEqual([[], []])
  expect(count()).toEqual({ started: 2, here: 0 })
})

test('where workers only die, or cannot be started, the page itself answers and goes on answering', async () => {
  for (const behaviour of ['dies', 'is refused'] as const) {
    const { ask, count } = aBrowser(behaviour)
    expect(await Promise.all([ask(), ask()])).toEqual([[], []])
    const { started } = count()
    expect(await ask()).toEqual([])
    expect(count()).toEqual({ started, here: 3 })
  }
})

test('a worker that was stopped without a word is waited for some seconds, one that is still to be fetched for longer', async () => {
  vi.useFakeTimers({ now: 0 as Instant })
  for (const [behaviour, seconds] of [
    ['stops after one', 4],
    ['hangs', 15],
  ] as const) {
    const { ask, count } = aBrowser(behaviour, 'answers')
    if (behaviour === 'stops after one') await ask()
    const answer = ask()
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
    expect(count().started).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toEqual([])
    expect(count()).toEqual({ started: 2, here: 0 })
  }
})

test('a mistake in the answer is told, and not asked for again', async () => {
  const { ask, count } = aBrowser('fails')
  await expect(ask()).rejects.toThrow('a mistake')
  expect(count()).toEqual({ started: 1, here: 0 })
})
