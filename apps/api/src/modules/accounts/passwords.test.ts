import { Problem } from '@gymgenius/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnstile } from './passwords.ts'

test('so many work at once, so many wait, and everybody else hears that the server is busy', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 20 }),
      async (atOnce, waiting, count) => {
        const through = turnstile(atOnce, waiting)
        const pieces = Array.from({ length: count }, () => Promise.withResolvers<void>())
        let working = 0
        let most = 0
        const outcomes = pieces.map(({ promise }) =>
          through(async () => {
            most = Math.max(most, ++working)
            await promise
            working--
          }).then(
            () => 'done',
            (error: unknown) => (error instanceof Problem ? error.code : error),
          ),
        )
        for (const { resolve } of pieces) resolve()
        const heard = await Promise.all(outcomes)
        expect(most).toBe(Math.min(atOnce, count))
        expect(heard.filter((outcome) => outcome === 'done')).toHaveLength(Math.min(count, atOnce + waiting))
        expect(heard.filter((outcome) => outcome === 'server.busy')).toHaveLength(Math.max(0, count - atOnce - waiting))
      },
    ),
  )
})

test('work that fails leaves its place to the next', async () => {
  const through = turnstile(1, 5)
  const failing = through(() => Promise.reject(new Error('no')))
  const next = through(() => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
  expect(await through(() => Promise.resolve('again'))).toBe('again')
})
