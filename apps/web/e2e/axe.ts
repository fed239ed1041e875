import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Whatever axe finds, at any level, best practices and the target size of WCAG 2.2 among it. */
export async function axeFaults(page: Page) {
  await page.waitForTimeout(300) // what is still moving comes to rest
  await page.evaluate(`globalThis.axe === undefined && (() => {${axe}})()`)
  // A button that lies half under a bar that stays is scrolled from under it, and is no smaller for that.
  const bars = page.locator('.sticky')
  const lie = (position: string) =>
    bars.evaluateAll((all, position) => all.forEach((bar) => ((bar as HTMLElement).style.position = position)), position)
  await lie('static')
  const { violations } = (await page.evaluate(
    `axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })`,
  )) as AxeResults
  await lie('')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
