import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Draws the PNG icons of the app from its SVG, with the browser that the tests use. Run it after changing the drawing. */
const folder = 'apps/web/public/icons'
const drawing = readFileSync(`${folder}/icon.svg`, 'utf8')
/** A maskable icon is cropped to any shape: no round corners, and the drawing within the middle 80 %. */
const maskable = drawing
  .replace('rx="112"', 'rx="0"')
  .replace('<g fill', '<g transform="translate(64 64) scale(.75)"><g fill')
  .replace('</svg>', '</g></svg>')
/** The same, small in the middle: what iOS shows while the phone app starts. */
const splash = maskable.replace('scale(.75)', 'scale(.25)').replace('translate(64 64)', 'translate(192 192)')

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  for (const size of [180, 192, 512]) await draw(drawing, size, `icon-${size}.png`)
  await draw(maskable, 512, 'icon-maskable-512.png')
  // iOS rounds corners itself, and refuses an icon that one can see through.
  await draw(maskable, 1024, '../../../shell/resources/icon-1024.png')
  await draw(splash, 2732, '../../../shell/resources/splash-2732.png')
} finally {
  await browser.close()
}

async function draw(svg: string, size: number, name: string) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await page.screenshot({ path: `${folder}/${name}`, omitBackground: true })
  await page.close()
}
