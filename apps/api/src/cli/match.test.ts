import { spawn } from 'node:child_process'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { matchLines } from './match.ts'

const program = fileURLToPath(new URL('../../../../bin/gymgenius', import.meta.url))

interface Answer {
  readonly name: string
  readonly movementId: string | null
  readonly movement: string | null
  readonly confidence: number
  readonly reason: string
  readonly suggestions?: readonly { readonly movement: string; readonly confidence: number }[]
}

async function asked(...chunks: readonly (string | Buffer)[]): Promise<Answer[]> {
  let said = ''
  const heard = new Writable({
    write: (chunk, _, done) => {
      said += String(chunk)
      done()
    },
  })
  async function* given() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  await matchLines(given(), heard)
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer)
}

test('the command answers each name on a line of its own, with what it means, how surely, and why', async () => {
  const child = spawn(program, ['match'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end('DB bench\nBench Press (Barbell)\r\nTechnogym Leg Extension\nZorglub\n')
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += String(chunk)
  const answers = said
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
  expect(answers).toMatchObject([
    { name: 'DB bench', movement: 'Bench Press (Dumbbell)', confidence: 1, reason: 'alias' },
    { name: 'Bench Press (Barbell)', movement: 'Bench Press (Barbell)', confidence: 1, reason: 'exact' },
    { name: 'Technogym Leg Extension', movement: 'Leg Extension (Machine)', reason: 'maker_left_out' },
    { name: 'Zorglub', movementId: null, movement: null, confidence: 0, reason: 'unknown' },
  ])
  expect(answers[0]!.movementId).toMatch(/^[0-9a-f-]{36}$/)
})

test('what has to be asked comes with what it may be', async () => {
  const [incline] = await asked('Incline Press\n')
  expect(incline).toMatchObject({ movement: null, reason: 'unknown' })
  expect(incline!.suggestions!.map(({ movement }) => movement)).toContain('Incline Bench Press (Barbell)')
})

test('empty lines, long lines, bytes that are no text and markup are answered in their place', async () => {
  const answers = await asked(
    'squat\n\n',
    'x'.repeat(10_000),
    '\n',
    'y'.repeat(70_000),
    '\n',
    Buffer.from([0xff, 0x00, 0xfe, 0x0a]),
    '<b>squat</b>',
  )
  expect(answers.map(({ reason }) => reason).slice(0, 5)).toEqual(['alias', 'empty', 'too_long', 'too_long', 'unknown'])
  expect(answers[2]!.name.length).toBeLessThanOrEqual(301)
  expect(answers).toHaveLength(6)
})

test('a line cut by a chunk is one name, and a last line needs no end', async () => {
  expect((await asked('Bench Pr', 'ess (Barb', 'ell)')).map(({ movement }) => movement)).toEqual(['Bench Press (Barbell)'])
  expect(await asked('')).toEqual([])
})

test('whoever stops reading stops the reading: nothing piles up', async () => {
  let asked = 0
  async function* endless() {
    for (; asked < 10_000; asked++) yield Buffer.from('\n'.repeat(1000))
  }
  const stuck = new Writable({ highWaterMark: 1024, write: () => {} })
  void matchLines(endless(), stuck)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toBeLessThan(3)
  stuck.destroy()
})
