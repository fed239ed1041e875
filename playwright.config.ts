import { defineConfig, devices } from '@playwright/test'
import { chromiumFlags, findChromium } from './tools/product.ts'

const executablePath = findChromium()

/** Journeys through the whole product: the built app in Chromium, served by `bin/gymgenius` on a data folder of its own. */
export default defineConfig({
  testDir: 'apps/web/e2e',
  outputDir: 'build/e2e',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: chromiumFlags },
  },
  projects: [
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } }, testMatch: /(library|offline|tabs)\.spec\.ts/ },
  ],
})
