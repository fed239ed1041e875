import { spawn } from 'node:child_process'
import { Writable } from 'node:stream'
import { setImmediate as aTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { converse } from './engine.ts'

const program = fileURLToPath(new URL('../../../../bin/gymgenius', import.meta.url))

interface Answer {
  readonly id?: string | number
  readonly line?: number
  readonly error?: { readonly code: string }
  readonly pmf?: readonly number[]
  readonly mean?: number
  readonly q?: Readonly<Record<string, number>>
  readonly e1rmKg?: { readonly mean: number; readonly sd: number }
  readonly loadKg?: number
  readonly confidence?: number
  readonly explanation?: string
}

/** What the real command answers to these lines; objects are written as JSON. */
async function asked(...lines: readonly (object | string)[]): Promise<Answer[]> {
  const child = spawn(program, ['engine', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''))
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += String(chunk)
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer)
}

const at = (day: number, minute = 0) => new Date(Date.UTC(2026, 0, 1 + day, 17, minute)).toISOString().slice(0, 19)
const bench = (day: number, set: number, more: object = {}) => ({
  movement: 'Bench Press (Barbell)',
  at: at(day, 4 * set),
  workout: `w${day}`,
  set,
  kind: 'working',
  loadKg: 80,
  ...more,
})
const observed = (day: number, set: number, more: object = {}) => ({ op: 'observe', ...bench(day, set), reps: 8, rir: 2, ...more })
const target = { repLow: 6, repHigh: 8, rir: 2 }
const prescribe = (day: number, set: number, more: object = {}) => {
  return { ...bench(day, set), op: 'prescribe', target, loads: { stepKg: 2.5, minKg: 20 }, ...more }
}
const weeks = Array.from({ length: 6 }, (_, week) => [1, 2, 3].map((set) => observed(7 * week, set))).flat()

function expectForecast({ pmf, mean, q, e1rmKg }: Answer) {
  expect(pmf).toHaveLength(30)
  expect(Math.abs(pmf!.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThan(1e-6)
  for (const p of pmf!) expect(p).toBeGreaterThan(0)
  expect(mean).toBeCloseTo(
    pmf!.reduce((sum, p, i) => sum + (i + 1) * p, 0),
    3,
  )
  const levels = Object.keys(q!)
  expect(levels).toEqual(['0.025', '0.1', '0.5', '0.9', '0.975'])
  for (const [name, at] of Object.entries(q!)) {
    expect(pmf!.slice(0, at).reduce((sum, p) => sum + p, 0)).toBeGreaterThanOrEqual(Number(name) - 1e-6)
  }
  expect(Object.values(e1rmKg!).every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
}

test('a lifter is forecast and prescribed for, in the order of the questions, and showing sets answers nothing', async () => {
  const answers = await asked(
    { op: 'lifter', id: 'L1', unit: 'kg' },
    ...weeks,
    { op: 'predict', id: 'what is logged', ...bench(42, 1) },
    { op: 'predict', id: 2, ...bench(42, 1), rir: 4 },
    prescribe(42, 1, { id: 3 }),
  )
  expect(answers.map(({ id }) => id)).toEqual(['what is logged', 2, 3])
  const [logged, easier, advice] = answers as [Answer, Answer, Answer]
  expectForecast(logged)
  expectForecast(easier)
  expect(easier.mean!).toBeLessThan(logged.mean!)
  expect(advice).toMatchObject({
    repLow: 6,
    repHigh: 8,
    rir: 2,
    explanation: expect.stringContaining('kg for 6–8 reps') as string,
  })
  expect(advice.loadKg! % 2.5).toBe(0)
  expect(advice.pmf!.slice(5, 8).reduce((sum, p) => sum + p, 0)).toBeCloseTo(advice.confidence!, 1)
  expect(advice.e1rmKg!.mean).toBeGreaterThan(95)
})

test('a new lifter is told nothing of the one before', async () => {
  const question = { op: 'predict', id: 1, ...bench(50, 1) }
  const [first, , again] = await asked(question, ...weeks, question, { op: 'lifter', id: 'L2', unit: 'lb' }, question)
  expect(again).toEqual(first)
})

test('the past answers the same whatever the future holds', async () => {
  const question = { op: 'predict', id: 1, ...bench(20, 1) }
  const [alone] = await asked(...weeks.slice(0, 9), question)
  const [followed] = await asked(...weeks.slice(0, 9), question, ...weeks.slice(9))
  expect(followed).toEqual(alone)
})

test('a pounds lifter is spoken to in pounds, and loads stay kilograms', async () => {
  const loads = { stepKg: 5 * 0.45359237, minKg: 45 * 0.45359237 }
  const [advice] = await asked({ op: 'lifter', id: 1, unit: 'lb' }, ...weeks, prescribe(42, 1, { loads }))
  expect(advice!.explanation).toMatch(/^\d+ lb for/)
  const pounds = advice!.loadKg! / 0.45359237
  expect(Math.abs(pounds - 5 * Math.round(pounds / 5))).toBeLessThan(0.01)
})

test('a gym of a few odd loads is advised one of them, and one that ends is not advised past its end', async () => {
  const listKg = [32, 12.5, 20]
  const [odd, ends, both] = await asked(
    ...weeks,
    prescribe(42, 1, { loads: { listKg } }),
    prescribe(42, 1, { loads: { minKg: 20, stepKg: 2.5, maxKg: 60 } }),
    prescribe(42, 1, { loads: { minKg: 20, stepKg: 2.5, listKg } }),
  )
  expect([odd!.loadKg, ends!.loadKg, both!.loadKg]).toEqual([32, 60, 32])
  expect(ends!.explanation).toContain('60 kg is the heaviest your gym has; do as many as leave 2.')
  const refused = await asked(
    ...[{}, { listKg: [] }, { stepKg: 2.5 }, { minKg: 0, stepKg: -1 }].map((loads) => prescribe(42, 1, { loads })),
  )
  expect(refused.map(({ error }) => error?.code)).toEqual(['invalid', 'invalid', 'invalid', 'invalid'])
})

test('broken lines are answered with their number and a code, and the stream goes on', async () => {
  const long = `{"op":"observe","note":"${'x'.repeat(5_000_000)}"}`
  const answers = await asked(
    'not json', // 1
    '', // an empty line is no question
    '[1]', // 3
    { op: 'dance', id: 4 },
    long, // 5
    { op: 'predict', id: 6, ...bench(0, 1, { loadKg: 1e9 }) },
    `{"op":"predict","id":7,"loadKg":NaN}`,
    { ...observed(0, 1), id: 8, reps: 10_000 },
    { op: 'predict', id: 9, ...bench(0, 1, { at: '2026-02-30T10:00:00' }) },
    { op: 'predict', id: 10, ...bench(0, 1, { movement: 'x'.repeat(10_000) }) },
    { op: 'predict', id: 11, ...bench(0, 1, { movement: undefined }) },
    { op: 'predict', id: 12, ...bench(0, 1) },
  )
  expect(answers.map(({ id, line, error }) => [id, line, error?.code])).toEqual([
    [undefined, 1, 'not_json'],
    [undefined, 3, 'not_an_object'],
    [4, 4, 'unknown_op'],
    [undefined, 5, 'line_too_long'],
    [6, 6, 'invalid'],
    [undefined, 7, 'not_json'],
    [8, 8, 'invalid'],
    [9, 9, 'bad_time'],
    [10, 10, 'invalid'],
    [11, 11, 'invalid'],
    [12, undefined, undefined],
  ])
  expectForecast(answers.at(-1)!)
})

test('whatever odd sets came before, a forecast is a forecast', async () => {
  const odd = [
    ...Array.from({ length: 50 }, (_, i) => observed(3, 1 + (i % 9), { at: '2026-01-04T17:00:00.5+02:00' })),
    observed(2, 1, { reps: 0, toFailure: true }),
    observed(1, 1, { loadKg: 0 }),
    observed(-4000, 1, { loadKg: 5000, reps: 500, rir: 10 }),
    observed(9, 1, { kind: 'drop', rir: undefined, rpe: 9.5 }),
    observed(9, 1, { kind: 'warm_up', loadKg: 0.001, bodyMassKg: 80, restSeconds: 0 }),
    observed(9, 2, { reps: 7.5, rir: null }),
  ]
  const questions = [0, 0.001, 80, 1340.8, 5000].map((loadKg) => ({ op: 'predict', id: loadKg, ...bench(9, 3, { loadKg }) }))
  const backwards = { op: 'predict', id: 'back', ...bench(-9000, 1) }
  const answers = await asked(...odd, ...questions, backwards, prescribe(9, 3, { id: 'advice' }))
  expect(answers).toHaveLength(7)
  for (const answer of answers.slice(0, 6)) expectForecast(answer)
  expect(answers[6]!.loadKg).toBeGreaterThanOrEqual(20)
})

test('names nobody has seen are read for what they say, and no name is a word of ours', async () => {
  const odd = [
    'Glorp Curl (Machine) 77',
    'Einbeinige Kurzhantel-Akrobatik',
    '引体向上',
    '🏋️',
    'x'.repeat(999),
    '__proto__',
    'constructor',
    'toString',
  ]
  const answers = await asked(
    ...odd.flatMap((movement, id) => [
      { ...observed(0, 1), movement, workout: movement },
      { op: 'predict', id, ...bench(0, 2, { movement }) },
    ]),
  )
  expect(answers.map(({ id }) => id)).toEqual(odd.map((_, id) => id))
  answers.forEach(expectForecast)
})

test('each answer is there before the next question is asked', async () => {
  const child = spawn(program, ['engine', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]()
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${JSON.stringify({ op: 'predict', id, ...bench(id, 1) })}\n`)
    expect((JSON.parse(String((await answers.next()).value)) as Answer).id).toBe(id)
    child.stdin.write(`${JSON.stringify(observed(id, 1))}\n`)
  }
})

test('nothing is read while nobody takes the answers', async () => {
  const question = Buffer.from(`${JSON.stringify({ op: 'predict', id: 1, ...bench(0, 1) })}\n`)
  const count = { asked: 0, taken: 0 }
  const questions = async function* () {
    for (; count.asked < 200; count.asked++) yield question
  }
  const takers: (() => void)[] = []
  const answers = new Writable({
    highWaterMark: 1,
    write: (...[, , done]) => {
      count.taken++
      takers.push(done)
    },
  })
  const talk = converse(questions(), answers)
  while (count.taken === 0) await aTurn()
  for (let turn = 0; turn < 100; turn++) await aTurn()
  expect(count).toEqual({ asked: 0, taken: 1 }) // the first answer is still in the pipe, so the second question was not fetched
  while (takers.length > 0 || count.asked < 200) {
    takers.shift()?.()
    await aTurn()
  }
  await talk
  expect(count.taken).toBe(200)
})

test('a million lines, one in a hundred of them broken, are counted right, and none of them stays in memory', async () => {
  const [lines, aChunk] = [1_000_000, 10_000]
  const chunk = Buffer.from(`${'\n'.repeat(99)}x\n`.repeat(aChunk / 100))
  const questions = async function* () {
    for (let asked = 0; asked < lines; asked += aChunk) yield chunk
  }
  let [answered, last, mostHeap] = [0, '', 0]
  const answers = new Writable({
    write: (text: Buffer, _, done) => {
      last = text.toString()
      answered += last.split('\n').length - 1
      mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed)
      done()
    },
  })
  const before = process.memoryUsage().heapUsed
  await converse(questions(), answers)
  expect(answered).toBe(lines / 100)
  expect(last).toContain(`"line":${lines},"error":{"code":"not_json"`)
  expect(mostHeap - before).toBeLessThan(200e6)
})
