import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Logbook } from './logbook.ts'
import { HEVY, lines, read, refusalOf, STRONG } from './testing.ts'

const days = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, '0'))
const table = (header: string, row: (day: string, i: number) => string) => Buffer.from(lines(header, ...days.map(row)))

const samples = {
  strong: table(
    STRONG,
    (day, i) => `2025-05-${day} 17:05:06,"Legs, A",1h 5m,Squat (Barbell),${i % 7 === 0 ? 'W' : i},100.5,5,0,0,"a ""note""",,8`,
  ),
  hevy: table(HEVY, (day, i) => `Push,"${Number(day)} févr. 2025, 18:00","${Number(day)} févr. 2025, 19:00",,Bench,,,${i},normal,60,5,,,9`),
  fitnotes: table(
    'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment',
    (day, i) => `2025-05-${day},Row${i % 5 === 0 ? ', seated' : ''},Back,60.0,kgs,8,,,,"a, b"`,
  ),
  fitbod: table(
    'Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier',
    (day) => `2025-05-${day} 17:05:06 +0000,Row, 8,34.01,0.0,0.0,0.0,0.0,false,, 2.0`,
  ),
  gymbook: table(
    'Data,Programma,Orario,Esercizio,Zona,A,B,Set / Set di riscaldamento / Set di defaticamento,Ripetizioni / Tempo,Peso / Distanza,Appunti,Saltato',
    (day, i) => `${day}/01/25,A,19:3${i % 10},Squat,Gambe,,,Set,8 ripetizioni,"82,50 kg",,No`,
  ),
  stronglifts: table(
    'Date (yyyy/mm/dd),Workout,Workout Name,Exercise,Sets×Reps,Start Time (h:mm),Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)',
    (day, i) => `2025/05/${day},${i},A,Squat,5/-,10:02 PM,5,60,0,60`,
  ),
  alpha: Buffer.from(
    days
      .map(
        (day) =>
          `"Legs · Day 2";"2025-05-${day} 4:54 h";"1:02 hr"\n"1. Squat · Barbell · 8 reps";"WU1 · 40 kg · 9 reps"\n#;KG;REPS;RIR\n1;115;8;1\n\n`,
      )
      .join(''),
  ),
  jefit: Buffer.from(
    lines(
      '### EXERCISE LOGS ####',
      'USERID,TIMESTAMP,logs,_id,mydate,ename,belongsession',
      ...days.map((day, i) => `1,x,"60x10,65x8",${i},2025-05-${day},Squat,${i}`),
    ),
  ),
  json: Buffer.from(
    JSON.stringify(
      days.map((day) => ({
        date: `2025-05-${day}T17:00:00Z`,
        exercises: [{ exercise: { name: 'Squat' }, sets: [{ reps: 5, weight: 60, unit: 'kg' }] }],
      })),
    ),
  ),
}

test('no bytes at all crash the reader or keep it from answering', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(refusalOf(bytes)?.code).toMatch(/^imports\./)
    }),
    { numRuns: 300 },
  )
})

const setsIn = ({ workouts }: Logbook) => workouts.flatMap(({ exercises }) => exercises.flatMap(({ sets }) => sets))

test('a good file with bytes changed, cut or doubled is read or refused, and what it holds is believable', () => {
  const change = fc.record({
    at: fc.nat(4000),
    byte: fc.constantFrom(...[...'",;\n\r\t0-eW\'\\{[x'].map((c) => c.charCodeAt(0)), 0, 0xff, 0xc3),
    cut: fc.nat(40),
  })
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(samples)), fc.array(change, { minLength: 1, maxLength: 8 }), (file, changes) => {
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
      const sets = setsIn(read(bytes))
      expect(sets.length).toBeLessThanOrEqual(45)
      for (const { loadKg, reps, rir } of sets) {
        expect(loadKg ?? 0).toSatisfy((load: number) => load >= 0 && load <= 1500)
        expect(reps ?? 0).toSatisfy((reps: number) => Number.isInteger(reps) && reps >= 0 && reps <= 500)
        expect(rir ?? 0).toSatisfy((rir: number) => rir >= 0 && rir <= 10)
      }
    }),
    { numRuns: 700 },
  )
})

test.for(['strong', 'hevy', 'fitnotes', 'fitbod', 'gymbook'] as const)(
  '%s: of a file whose cells were garbled every row is kept, told or counted as skipped',
  (app) => {
    const [header, ...rows] = samples[app].toString().trim().split('\n')
    const garbled = fc.record({
      row: fc.nat(rows.length - 1),
      cell: fc.nat(14),
      text: fc.constantFrom('', '-1', '1e9', 'x', '99/99/9999', '0', '”', '=1+1', '1,5'),
    })
    fc.assert(
      fc.property(fc.array(garbled, { minLength: 1, maxLength: 12 }), (changes) => {
        const file = rows.map((row) =>
          row
            .match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!
            .map((cell) => cell.replace(/,$/, ''))
            .slice(0, -1),
        )
        for (const { row, cell, text } of changes) file[row]![cell % file[row]!.length] = text.includes(',') ? `"${text}"` : text
        const text = lines(header!, ...file.map((cells) => cells.join(',')))
        if (refusalOf(text) !== undefined) return
        const book = read(text)
        const accounted = new Set([...setsIn(book).map(({ line }) => line), ...book.notUnderstood.map(({ line }) => line)])
        expect(accounted.size + book.skippedRows).toBeGreaterThanOrEqual(rows.length)
      }),
      { numRuns: 100 },
    )
  },
)
