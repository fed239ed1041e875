import { defineConfig } from 'vitest/config'
import { wordsModule } from './apps/web/words-module.ts'

export default defineConfig({
  test: {
    maxWorkers: '100%', // the default leaves one core idle, which is half of a small machine
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'apps/web/*.test.ts', 'apps/engine/src/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts'],
          // Several processes on one database: a Postgres server takes them, the embedded one does not.
          exclude: process.env['TEST_DATABASE_URL'] === undefined ? ['**/*.server.test.ts'] : [],
          globalSetup: 'apps/api/src/testing/global-setup.ts',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
          testTimeout: 30_000,
        },
      },
    ],
  },
})
