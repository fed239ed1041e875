import { defineConfig, devices } from '@playwright/test'
import { chromiumFlags, findChromium } from './tools/product.ts'

const WALK = /everywhere\.spec\.ts/
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const executablePath = findChromium()

/** Journeys through the whole product: the built app in Chromium, served by `bin/gymgenius` on a data folder of its own. */
export default defineConfig({
  testDir: 'apps/web/e2e',
  outputDir: 'build/e2e',
  // One server and one browser each. A machine with two cores has time for two: the one waits while the other paints.
  workers: 2,
  // No journey fails because the machine is busy; speeds are measured by tap-to-paint.ts and cold-start.ts.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // To record every step makes a journey a fifth longer; a run whose files nobody keeps can do without.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: chromiumFlags },
  },
  projects: [
    { name: 'phone', use: phone, testIgnore: WALK },
    // Every screen in every theme and shape: minutes, so it is run by name and not with every change (docs/decisions/0094).
    { name: 'everywhere', use: phone, testMatch: WALK },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } }, testMatch: /(library|offline|tabs)\.spec\.ts/ },
  ],
})
