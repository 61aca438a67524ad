import { defineConfig } from 'vitest/config'
import everyday from './vitest.config'

/**
 * The tests that Stryker plays against its mutants (`npm run mutate`): those of the nouns, each beside the database.
 * Decoding is left out: it runs in a program of its own, which may not read the folder that Stryker works in.
 */
export default defineConfig({
  resolve: everyday.resolve,
  test: {
    include: ['lib/**/*.test.ts'],
    exclude: [
      'node_modules/**',
      'lib/files/decode/**',
      'lib/worker/**',
      'lib/mail/**',
      'lib/catalogue/search*',
    ],
    globalSetup: 'testing/setup/cluster.ts',
    setupFiles: 'testing/setup/database.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
