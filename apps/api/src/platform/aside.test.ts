import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { OutOfMemory, OutOfPatience, startAside } from './aside.ts'

const MINUTE = 60_000

test('questions are answered in order, with all that they hold', async () => {
  const aside = await anAside('(question) => ({ ...question, seen: true })')
  expect(await aside.ask({ set: 1, bytes: new Uint8Array([0, 255]), at: new Map([['squat', undefined]]) }, MINUTE)).toEqual({
    set: 1,
    bytes: new Uint8Array([0, 255]),
    at: new Map([['squat', undefined]]),
    seen: true,
  })
  expect(await aside.ask({ set: 2 }, MINUTE)).toEqual({ set: 2, seen: true })
})

test('a program that dies takes nobody along, and its last words are told to whoever asked and whoever asks', async () => {
  const aside = await anAside(`() => { throw new Error('a plate fell') }`)
  await expect(aside.ask('how heavy?', MINUTE)).rejects.toThrow('a plate fell')
  await expect(aside.ask('and now?', MINUTE)).rejects.toThrow('a plate fell')
})

test('a program killed from outside is missed at once', async () => {
  const aside = await anAside(`() => process.kill(process.pid, 'SIGKILL')`)
  await expect(aside.ask('there?', MINUTE)).rejects.toThrow('SIGKILL')
})

test('who needs more memory than allowed is told apart from who is broken', async () => {
  const aside = await anAside('() => { const all = []; for (;;) all.push(Array.from({ length: 1000 }, Math.random)) }')
  await expect(aside.ask('all of it', MINUTE)).rejects.toBeInstanceOf(OutOfMemory)
})

test('who thinks too long is not waited for, and is ended at work', async () => {
  const aside = await anAside('() => { for (;;); }')
  await expect(aside.ask('anything', 1)).rejects.toBeInstanceOf(OutOfPatience)
  await aside.end()
})

test('what cannot be sent is refused where it is asked', async () => {
  const aside = await anAside('() => 1')
  await expect(aside.ask({ how: () => {} }, MINUTE)).rejects.toThrow('could not be cloned')
  expect(await aside.ask('still there?', MINUTE)).toBe(1)
})

test('it sees no setting and no secret of the server', async () => {
  process.env['SECRET_OF_THE_HOUSE'] = 'a long enough secret'
  onTestFinished(() => void delete process.env['SECRET_OF_THE_HOUSE'])
  const aside = await anAside('() => Object.keys(process.env)')
  expect(await aside.ask('what do you see?', MINUTE)).toEqual([])
})

test('a program may give way to requests, and where the server itself stands far back it stays there', async () => {
  const aside = await anAside('({ from }) => { if (from) os.setPriority(from); standBack(); return os.getPriority() }')
  expect(await aside.ask({}, MINUTE)).toBeGreaterThanOrEqual(10)
  expect(await aside.ask({ from: 19 }, MINUTE)).toBe(19)
})

/** A file of ours, as a program elsewhere imports it. */
const ours = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** A program that answers by this function, written in JavaScript. */
async function anAside(answer: string) {
  const folder = await mkdtemp(join(tmpdir(), 'gg-aside-'))
  const program = join(folder, 'program.mjs')
  await writeFile(
    program,
    `import os from 'node:os'; import { answerAside } from ${ours('aside.ts')}; import { standBack } from ${ours('priority.ts')}; answerAside(${answer})`,
  )
  const aside = startAside<unknown, unknown>(pathToFileURL(program), 64)
  onTestFinished(async () => {
    await aside.end()
    await rm(folder, { recursive: true })
  })
  return aside
}
