import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { chromiumFlags, findChromium, freePort, serveProduct } from '../../../tools/product.ts'
import { around } from './tour/around.ts'
import { floor } from './tour/floor.ts'
import { type Route, wordsIn } from './tour/guide.ts'

/**
 * Lighthouse (mobile, simulated throttling) on every address of the app, signed in, each as the walk (`tour/`) leaves it: with what a
 * lifter has there. Fails below 95 for performance, accessibility or best practices; each is measured RUNS times and the median of each
 * counts. RUNS=3, ONLY=/today,/gyms for some of them.
 */
const FLOOR = 95
const RUNS = Number(process.env['RUNS'] ?? 3)
const ONLY = process.env['ONLY']?.split(',')
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const

/** The workout is still under way there; where it is walked through it ends. */
const WORKOUT = { path: '/workout/$workoutId', chapter: 'kinds' }
const done = new Set<Route>(['elsewhere'])

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM=/path')
const product = await serveProduct()
const words = await wordsIn('en')
for (const [chapter, walk] of Object.entries({ ...around, ...floor })) await measured(chapter, walk)
await product.stop()

/** Walks one chapter in a browser of its own, and measures what it came by and no chapter before. */
async function measured(chapter: string, walk: (typeof around)[string]) {
  const profile = mkdtempSync(join(tmpdir(), 'gymgenius-lighthouse-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executablePath!,
    args: [...chromiumFlags, `--remote-debugging-port=${port}`],
    baseURL: product.url,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const addresses = new Map<Route, string>()
  const see = async (_name: string, path: Route) => {
    if (done.has(path) || (path === WORKOUT.path && chapter !== WORKOUT.chapter)) return
    if (ONLY?.includes(path) !== false) addresses.set(path, new URL(page.url()).pathname)
  }
  await walk({ page, ...words, see }, `lighthouse-${chapter}@example.test`)
  await page.close()
  for (const [path, address] of addresses) {
    await measure(port, address, path)
    done.add(path)
  }
  await context.close()
  rmSync(profile, { recursive: true, force: true })
}

async function measure(port: number, address: string, name: string) {
  const scores: Record<(typeof CATEGORIES)[number], number[]> = { performance: [], accessibility: [], 'best-practices': [] }
  const missed = new Set<string>()
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(`${product.url}${address}`, {
      port,
      disableStorageReset: true, // stay signed in
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    })
    if (result === undefined) throw new Error('Lighthouse gave no result')
    for (const category of CATEGORIES) scores[category].push(Math.round((result.lhr.categories[category]?.score ?? 0) * 100))
    for (const audit of Object.values(result.lhr.audits)) {
      const isScored = CATEGORIES.some((category) =>
        result.lhr.categories[category]?.auditRefs.some(({ id, weight }) => id === audit.id && weight > 0),
      )
      if (isScored && audit.score !== null && audit.score < 0.9) missed.add(`${audit.id} ${audit.displayValue ?? ''}`.trim())
    }
  }
  const medians = CATEGORIES.map((category) => scores[category].toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!)
  if (medians.some((score) => score < FLOOR)) process.exitCode = 1
  const told = CATEGORIES.map((category, i) => `${category} ${medians[i]}`).join('   ')
  say(name, missed.size > 0 ? `${told}   missed: ${[...missed].join(', ')}` : told)
}

function say(what: string, text: string) {
  process.stdout.write(`${what.padEnd(28)} ${text}\n`)
}
