import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { type ImportId, instantOf, type Movement } from '@gymgenius/domain'
import { batchOf } from './batches.ts'
import { read } from './formats/testing.ts'

/** Real exports, and the same read by somebody else; not part of the project, used where they lie beside it. */
const shared = new URL('../../../../../../shared/data/', import.meta.url)
const now = instantOf('2026-11-21T00:00:00Z')
const ids = existsSync(new URL('logs/', shared))
  ? readdirSync(new URL('logs/', shared)).flatMap((file) => /^([a-z]+-\d+)\.csv$/.exec(file)?.[1] ?? [])
  : []

const KG_OF_A_ROUNDED_POUND = 0.03

test('of every real export at least 99.5 % of the strength sets are kept, with their load and reps', () => {
  const readme = ids.length === 0 ? '' : readFileSync(new URL('README.md', shared), 'utf8')
  const report = ids.map((id) => {
    const book = read(readFileSync(new URL(`logs/${id}.csv`, shared)), { now })
    const kept = new Map<string, number>()
    for (const { exercises } of book.workouts) {
      for (const { name, sets } of exercises) {
        for (const { reps, loadKg } of sets) count(kept, name, reps ?? 0, loadKg ?? 0, 1)
      }
    }
    const canonical = parse(readFileSync(new URL(`canonical/${id}.csv`, shared)), { columns: true }) as Record<string, string>[]
    const strength = performed(
      id,
      canonical.filter((row) => Number(row['reps']) > 0),
    )
    const found = strength.filter((row) => take(kept, row['exercise']!, Number(row['reps']), Number(row['weight_kg']))).length
    const unit = readme
      .split('\n')
      .find((line) => line.startsWith(`| ${id} |`))
      ?.split('|')[8]
      ?.trim()
      .slice(0, 2)
    return { id, expected: strength.length, kept: found, share: found / strength.length, unit: book.unit === unit }
  })
  for (const { id, expected, kept, share } of report)
    process.stdout.write(`${id}: ${kept} of ${expected} strength sets (${(share * 100).toFixed(2)} %)\n`)
  expect(report.filter(({ share, unit }) => share < 0.995 || !unit)).toEqual([])
})

/** GymBook also writes the sets that were skipped, and says so; whoever read the logs before counted them as done. */
function performed(id: string, strength: readonly Record<string, string>[]): readonly Record<string, string>[] {
  if (!id.startsWith('gymbook')) return strength
  const skipped = new Map<string, number>()
  const raw = parse(readFileSync(new URL(`logs/${id}.csv`, shared)), { from: 2 }) as string[][]
  for (const row of raw)
    if (row[11] === 'Si') count(skipped, row[3]!, Number.parseInt(row[8]!), Number.parseFloat(row[9]!.replace(',', '.')), 1)
  return strength.filter((row) => !take(skipped, row['exercise']!, Number(row['reps']), Number(row['weight_kg'])))
}

test('every real export imported twice brings nothing the second time, and makes no id twice', () => {
  const again = ids.map((id) => {
    const { workouts } = read(readFileSync(new URL(`logs/${id}.csv`, shared)), { now })
    const first = batchOf(aBatch(1), workouts, movementOf, [])
    const startedAt = new Map(first.workouts.map((workout) => [workout.id, workout.startedAt]))
    const known = first.sets.map((set) => ({ ...set, workoutStartedAt: startedAt.get(set.workoutId)! }))
    const second = batchOf(aBatch(2), workouts, movementOf, known)
    return {
      id,
      fresh: second.sets.length,
      unknown: first.sets.length - second.duplicates,
      twice: first.sets.length - new Set(first.sets.map((set) => set.id)).size,
    }
  })
  expect(again.filter(({ fresh, unknown, twice }) => fresh + unknown + twice > 0)).toEqual([])
})

const movementOf = (name: string) => ({ id: name, loadKind: 'external' }) as unknown as Movement
const aBatch = (n: number) => ({ importId: `01960000-0000-7000-8000-00000000000${n}` as ImportId, attempt: 1 })

const keyOf = (name: string, reps: number, tenths: number) => `${name.replaceAll(/\s+/g, ' ').trim()}|${reps}|${tenths}`

function count(kept: Map<string, number>, name: string, reps: number, loadKg: number, by: number) {
  const key = keyOf(name, reps, Math.round(loadKg * 10))
  kept.set(key, (kept.get(key) ?? 0) + by)
}

/** Finds a set of these words, reps and load, a pound's rounding apart, and takes it away so that it is found once. */
function take(kept: Map<string, number>, name: string, reps: number, loadKg: number): boolean {
  const near = new Set([loadKg, loadKg - KG_OF_A_ROUNDED_POUND, loadKg + KG_OF_A_ROUNDED_POUND].map((load) => Math.round(load * 10)))
  for (const tenths of near) {
    const key = keyOf(name, reps, tenths)
    const left = kept.get(key) ?? 0
    if (left === 0) continue
    kept.set(key, left - 1)
    return true
  }
  return false
}
