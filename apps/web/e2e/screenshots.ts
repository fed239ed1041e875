import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { around } from './tour/around.ts'
import { floor } from './tour/floor.ts'
import { wordsIn } from './tour/guide.ts'
import { misfits } from './misfits.ts'
import { chromiumFlags, findChromium, serveProduct } from '../../../tools/product.ts'

/**
 * Pictures of every screen and panel, in each size, theme and language, into build/screenshots, to be looked at before a screen is called done:
 * `build/screenshots/de/360x640-dark/check-in.png`. What does not fit is said beside.
 *
 *   pnpm screenshots                                              all of them
 *   pnpm screenshots --chapters today,workout --languages de      a part of the walk (`apps/web/e2e/tour/`), a language
 *   pnpm screenshots --sizes 360x640 --themes dark,contrast --only finish,finished
 *   pnpm screenshots --text 200                                   with letters twice as large
 *   pnpm screenshots --whole                                      what is below the edge of the screen as well
 *   pnpm screenshots --readme                                     those of the README, into docs/screenshots
 */
const chapters = { ...around, ...floor }
const { values: asked } = parseArgs({
  options: {
    chapters: { type: 'string', default: Object.keys(chapters).join() },
    languages: { type: 'string', default: 'en,de,es' },
    sizes: { type: 'string', default: '390x844,360x640,1280x800' },
    themes: { type: 'string', default: 'light,dark,contrast' },
    only: { type: 'string' },
    text: { type: 'string', default: '100' },
    whole: { type: 'boolean', default: false },
    folder: { type: 'string', default: 'build/screenshots' },
    readme: { type: 'boolean', default: false },
  },
})
const locales: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', es: 'es-ES' }
/** What the README shows, by the names its pictures have there. */
const readme: Readonly<Record<string, string>> = {
  'import-preview': 'import',
  history: 'history',
  'progress-movement': 'progress',
  today: 'today',
  'set-planned': 'set',
  'set-planned-resting': 'set-resting',
}
if (asked.readme) Object.assign(asked, { chapters: 'import,history,report,today', languages: 'en', sizes: '390x844', themes: 'dark' })
const list = (text: string) => text.split(',').map((part) => part.trim())
const only = asked.only === undefined ? undefined : new Set(list(asked.only))
const sizes = list(asked.sizes).map((size) => {
  const [width, height] = size.split('x').map(Number)
  if (!width || !height) throw new Error(`--sizes ${size}: write it as 390x844`)
  return { width, height }
})
const unknown = list(asked.chapters).filter((name) => !(name in chapters))
if (unknown.length > 0) throw new Error(`--chapters ${unknown.join()}: there are ${Object.keys(chapters).join()}`)

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM=/path')
const product = await serveProduct()
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
for (const language of list(asked.languages)) {
  const words = await wordsIn(language)
  for (const name of list(asked.chapters)) {
    const context = await browser.newContext({
      baseURL: product.url,
      locale: locales[language] ?? language,
      viewport: sizes[0]!,
      hasTouch: true,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    if (asked.text !== '100') await page.addInitScript((percent) => (document.documentElement.style.fontSize = `${percent}%`), asked.text)
    try {
      await chapters[name]!({ page, ...words, see: (stop) => shoot(page, language, stop) }, `${language}-${name}@example.test`)
    } catch (error) {
      process.exitCode = 1
      await page.screenshot({ path: `${asked.folder}/${language}-${name}-stuck.png` })
      say(`${language} ${name} got stuck: ${(error as Error).message}`)
    }
    await context.close()
  }
}
await browser.close()
await product.stop()

async function shoot(page: Page, language: string, stop: string) {
  if (asked.readme ? readme[stop] === undefined : only?.has(stop) === false) return
  for (const viewport of sizes)
    for (const theme of list(asked.themes)) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({
        colorScheme: theme === 'light' ? 'light' : 'dark',
        contrast: theme === 'contrast' ? 'more' : 'no-preference',
      })
      await page.waitForTimeout(250) // what is still moving comes to rest
      const folder = `${asked.folder}/${language}/${viewport.width}x${viewport.height}-${theme}`
      mkdirSync(folder, { recursive: true })
      for (const misfit of await misfits(page)) say(`${folder}/${stop}: ${misfit}`)
      if (asked.whole)
        await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, Math.min(6000, await wholeHeight(page))) })
      await page.screenshot({ path: asked.readme ? `docs/screenshots/${readme[stop]}-390-dark.png` : `${folder}/${stop}.png` })
    }
  await page.setViewportSize(sizes[0]!)
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

/** How high a screen must be to show all that its page or its panel has. A panel takes at most 85 % of it. */
function wholeHeight(page: Page) {
  return page.evaluate(() => {
    const panel = [...document.querySelectorAll('dialog[open]')].at(-1)
    if (panel !== undefined) return Math.ceil(panel.scrollHeight / 0.85) + 8
    const scrolled = [...document.querySelectorAll('main, main *')].map((each) => each.scrollHeight - each.clientHeight)
    return document.documentElement.clientHeight + Math.max(0, ...scrolled)
  })
}
