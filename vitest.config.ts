import { defineConfig } from 'vitest/config'
import { wordsModule } from './apps/web/words-module.ts'

/** Several processes on one database: a Postgres server takes them, the embedded one does not. */
const ON_A_SERVER = '**/*.server.test.ts'
/** They open an embedded house of their own, or none: on a Postgres server they would say the same once more. */
const HOUSES_OF_THEIR_OWN = [
  'apps/api/src/cli/{backtest,cli,engine,fit,match,scheme}.test.ts',
  'apps/api/src/modules/doctor/outside.test.ts',
  'apps/api/src/platform/{embedded,kill}.test.ts',
]

/** Then it hangs. No test fails because the machine is busy; speeds are measured in bench/. */
const HANGS_MS = 300_000

export default defineConfig({
  test: {
    maxWorkers: '100%', // the default leaves one core idle, which is half of a small machine
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'packages/*/src/**/*.test.ts',
            'tools/**/*.test.ts',
            'apps/web/*.test.ts',
            'apps/engine/src/**/*.test.ts',
            'apps/shell/src/**/*.test.ts',
          ],
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts'],
          exclude: process.env['TEST_DATABASE_URL'] === undefined ? [ON_A_SERVER] : HOUSES_OF_THEIR_OWN,
          globalSetup: 'apps/api/src/testing/global-setup.ts',
          isolate: false,
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
      {
        plugins: [wordsModule()],
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          setupFiles: 'apps/web/src/testing/english.ts',
          environment: 'node',
          css: true,
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
    ],
  },
})
