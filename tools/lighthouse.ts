import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { chromiumFlags, findChromium, freePort, serveProduct } from './product.ts'

/**
 * Lighthouse (mobile, simulated throttling) on the routes a lifter opens first, signed in. Fails below 95 for performance,
 * accessibility or best practices; each route is measured three times and its median performance counts.
 */
const FLOOR = 95
const RUNS = Number(process.env['RUNS'] ?? 3)
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM=/path')
const product = await serveProduct()
const profile = mkdtempSync(join(tmpdir(), 'gymgenius-lighthouse-'))
const port = await freePort()
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: [...chromiumFlags, `--remote-debugging-port=${port}`],
})
const page = await context.newPage()

let isGood = true
await measure('/sign-up')
await page.goto(`${product.url}/sign-up`)
await page.getByLabel('E-mail').fill('lighthouse@example.test')
await page.getByLabel('Password').fill('a long enough password')
await page.getByRole('button', { name: 'Create account' }).click()
await page.waitForURL(/today/)
await measure('/today')
await page.getByRole('button', { name: 'Start an empty workout' }).click()
await page.waitForURL(/workout/)
await measure(new URL(page.url()).pathname, '/workout/…')
await measure('/history')

await context.close()
await product.stop()
rmSync(profile, { recursive: true, force: true })
process.exitCode = isGood ? 0 : 1

async function measure(path: string, name = path) {
  const scores: Record<(typeof CATEGORIES)[number], number[]> = { performance: [], accessibility: [], 'best-practices': [] }
  const missed = new Set<string>()
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(`${product.url}${path}`, {
      port,
      disableStorageReset: true, // stay signed in
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    })
    if (result === undefined) throw new Error('Lighthouse gave no result')
    for (const category of CATEGORIES) scores[category].push(Math.round((result.lhr.categories[category]?.score ?? 0) * 100))
    for (const audit of Object.values(result.lhr.audits)) {
      const isScored = CATEGORIES.slice(1).some((category) =>
        result.lhr.categories[category]?.auditRefs.some(({ id, weight }) => id === audit.id && weight > 0),
      )
      if (isScored && audit.score !== null && audit.score < 1) missed.add(audit.id)
    }
  }
  const medians = CATEGORIES.map((category) => scores[category].toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!)
  isGood &&= medians.every((score) => score >= FLOOR)
  console.log(
    `${name.padEnd(14)} ${CATEGORIES.map((category, i) => `${category} ${medians[i]}`).join('   ')}${missed.size > 0 ? `   missed: ${[...missed].join(', ')}` : ''}`,
  )
}
