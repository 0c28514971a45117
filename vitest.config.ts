import { defineConfig } from 'vitest/config'

const minutes = (n: number) => n * 60_000

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: ['test/cli/**', 'test/e2e/**', '**/*.db.test.{ts,tsx}'],
          // The fuzz tests and the oracle of the clock run over thousands of cases.
          testTimeout: minutes(3),
        },
      },
      {
        extends: true,
        // On a real database: one server for all files, a database of its own for each.
        test: {
          name: 'db',
          include: ['src/**/*.db.test.{ts,tsx}', 'test/**/*.db.test.{ts,tsx}'],
          globalSetup: ['test/support/database-server.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
        },
      },
      {
        extends: true,
        // Against the built program: see scripts/test.mjs, which builds first.
        test: { name: 'cli', include: ['test/cli/**/*.test.ts'], testTimeout: minutes(2), hookTimeout: minutes(2) },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
          // One browser at a time: two would starve each other on two cores.
          fileParallelism: false,
        },
      },
    ],
  },
})
