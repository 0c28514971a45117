import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * Tests with processes, sockets and a browser of their own get a second try, named in the report: on a busy machine the
 * system itself breaks a connection or starts a program late. Rules and readers get none.
 */
const secondTry = 1

const minutes = (n: number) => n * 60_000

export default defineConfig({
  test: {
    pool: 'forks',
    // On two cores the default is one worker, and half the machine waits.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
          retry: secondTry,
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
        },
      },
      {
        extends: true,
        // Against the built program: see scripts/test.mjs, which builds first.
        test: {
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          retry: secondTry,
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
        },
      },
      {
        extends: true,
        // The console on a made-up API waits more than it works: two files at a time.
        test: {
          name: 'console',
          include: ['test/e2e/console/**/*.test.ts'],
          retry: secondTry,
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/*.test.ts'],
          retry: secondTry,
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
          // Each with a whole installation: two at a time would starve each other on two cores.
          fileParallelism: false,
        },
      },
    ],
  },
})
