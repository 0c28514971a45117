/** The tests that guard the rules, and no others: mutation runs them some thousand times. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '.',
    include: [
      'src/domain/report/check/**/*.test.ts',
      'src/domain/report/explain/**/*.test.ts',
      'src/domain/report/{compute,tally,settled,figures}.test.ts',
      'src/domain/request/**/*.test.ts',
    ],
    testTimeout: 60_000,
  },
})
