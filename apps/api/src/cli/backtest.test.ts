import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const program = fileURLToPath(new URL('../../../../bin/gymgenius', import.meta.url))

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'gg-backtest-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const gymgenius = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(program, args, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }))
  })

const backtest = (...args: string[]) => gymgenius('backtest', ...args)

/** A row of the answer: the cells behind a name. */
const cellsOf = (out: string, name: string) =>
  out
    .split('\n')
    .findLast((line) => line.startsWith(`${name} `))!
    .slice(name.length)
    .trim()
    .split(/\s+/)

const HEADER = 'lifter,session,ts,exercise,ex_ord,set_no,set_type,weight_kg,reps,rpe,planned_reps,planned_rpe,planned_weight_kg,amrap'
const day = (session: number) => new Date(Date.UTC(2026, 0, 1 + 2 * session, 17)).toISOString().slice(0, 19).replace('T', ' ')

/** Forty days of three sets at 80 kg, after a warm-up that counts for nothing. */
const table = (lifter: string, repsOf: (set: number) => number) =>
  Array.from({ length: 40 }, (_, session) =>
    [
      `${lifter},${session},${day(session)},Squat (Barbell),1,1,warmup,40,5,,,,,`,
      ...[1, 2, 3].map((set) => `${lifter},${session},${day(session)},Squat (Barbell),1,${set + 1},normal,80,${repsOf(set)},,,,,`),
    ].join('\n'),
  ).join('\n')

/** The same log as Strong exports it. */
const strong = (repsOf: (set: number) => number) =>
  [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
    ...Array.from({ length: 40 }, (_, session) => [
      `${day(session)},Legs,1h,Squat (Barbell),W,40,5,0,0,,,`,
      ...[1, 2, 3].map((set) => `${day(session)},Legs,1h,Squat (Barbell),${set},80,${repsOf(set)},0,0,,,`),
    ]).flat(),
  ].join('\n')

const falling = (set: number) => 10 - set

test('a log is judged the same as a table and as an app exports it, every lifter apart and pooled', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'both.csv'), [HEADER, table('ann', () => 8), table('bob', falling)].join('\n'))
  await writeFile(join(folder, 'export.csv'), strong(falling))
  const { code, out } = await backtest('--unit', 'kg', join(folder, 'both.csv'), join(folder, 'export.csv'))
  expect(code).toBe(0)
  // 120 working sets, of which the first twenty only teach and what remains of that day goes on.
  const [sets, error] = cellsOf(out, 'ann')
  expect(Number(sets)).toBe(100)
  expect(Number(error)).toBe(0) // always eight
  expect(cellsOf(out, 'export')).toEqual(cellsOf(out, 'bob'))
  expect(Number(cellsOf(out, 'all')[0])).toBe(300)
})

test('a file that is no log is told in one sentence, with code 64', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'poem.csv'), 'Shall I compare thee,to a summer’s day\n1,2\n')
  for (const args of [[join(folder, 'poem.csv')], [join(folder, 'missing.csv')], [], ['--unit', 'stone', 'x']]) {
    const { code, err } = await backtest(...args)
    expect(code).toBe(64)
    expect(err.trim().split('\n')).toHaveLength(1)
  }
})

test('simulated lifters are the same every time, and the one who knows the truth is not beaten', async () => {
  const { code, out } = await gymgenius('simulate', '--lifters', '4', '--seed', '7')
  expect(code).toBe(0)
  expect((await gymgenius('simulate', '--lifters', '4', '--seed', '7')).out).toBe(out)
  const insideOf = (coach: string) => Number(cellsOf(out, coach)[0])
  for (const coach of ['engine', 'epley', 'double']) expect(insideOf(coach)).toBeLessThan(insideOf('oracle'))
  expect((await gymgenius('simulate', '--lifters', 'many')).code).toBe(64)
  expect((await gymgenius('simulate', '--coach', 'guru')).code).toBe(64)
})
