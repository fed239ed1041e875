import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSets, HEVY, lines, read, refusalOf, STRONG } from './testing.ts'

const sample = Buffer.from(
  lines(
    STRONG,
    ...Array.from(
      { length: 30 },
      (_, i) =>
        `2025-05-${String((i % 28) + 1).padStart(2, '0')} 17:05:06,"Legs, A",1h 5m,Squat (Barbell),${i % 7 === 0 ? 'W' : i},100.5,5,0,0,"a ""note""",,8`,
    ),
  ),
)
const hevySample = Buffer.from(
  lines(
    HEVY,
    ...Array.from({ length: 20 }, (_, i) => `Push,"${i + 1} févr. 2025, 18:00","${i + 1} févr. 2025, 19:00",,Bench,,,${i},normal,60,5,,,9`),
  ),
)

test('no bytes at all crash the reader or keep it from answering', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(refusalOf(bytes)?.code).toMatch(/^imports\./)
    }),
    { numRuns: 300 },
  )
})

test('a good file with bytes changed, cut or doubled is read or refused, and every line of it is accounted for', () => {
  const change = fc.record({
    at: fc.nat(3000),
    byte: fc.constantFrom(...[...'",;\n\r\t0-eW\'\\'].map((c) => c.charCodeAt(0)), 0, 0xff, 0xc3),
    cut: fc.nat(40),
  })
  fc.assert(
    fc.property(fc.constantFrom(sample, hevySample), fc.array(change, { minLength: 1, maxLength: 8 }), (file, changes) => {
      let bytes = Buffer.from(file)
      for (const { at, byte, cut } of changes) {
        const place = at % bytes.length
        bytes = Buffer.concat([bytes.subarray(0, place), Buffer.from([byte]), bytes.subarray(Math.min(bytes.length, place + cut))])
      }
      const refusal = refusalOf(bytes)
      if (refusal !== undefined) {
        expect(refusal.facts['line']).toBeGreaterThan(0)
        return
      }
      const book = read(bytes)
      expect(countSets(book)).toBeLessThanOrEqual(31)
      for (const { exercises } of book.workouts) {
        for (const { loadKg, reps, rir } of exercises.flatMap(({ sets }) => sets)) {
          expect(loadKg ?? 0).toSatisfy((load: number) => load >= 0 && load <= 1000)
          expect(reps ?? 0).toSatisfy((reps: number) => Number.isInteger(reps) && reps >= 0 && reps <= 500)
          expect(rir ?? 0).toSatisfy((rir: number) => rir >= 0 && rir <= 10)
        }
      }
    }),
    { numRuns: 500 },
  )
})
