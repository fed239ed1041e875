import { Problem } from '@gymgenius/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnstile } from './passwords.ts'

/** Work that ends when it is told to. */
function aPieceOfWork() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { end, ended }
}

test('so many work at once, so many wait, and everybody else hears that the server is busy', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 20 }),
      async (atOnce, waiting, count) => {
        const through = turnstile(atOnce, waiting)
        const pieces = Array.from({ length: count }, aPieceOfWork)
        let working = 0
        let most = 0
        const outcomes = pieces.map(({ ended }) =>
          through(async () => {
            most = Math.max(most, ++working)
            await ended
            working--
          }).then(
            () => 'done',
            (error: unknown) => (error instanceof Problem ? error.code : error),
          ),
        )
        for (const { end } of pieces) end()
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
