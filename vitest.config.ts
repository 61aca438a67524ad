import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * What needs the database says so by its name: the tests of queries, commands, db/ and the seeds, and any *.db.test.ts. They run
 * on a real Postgres, each file in a database of its own. All other tests are unit tests and never wait for it.
 */
const onDatabase = [
  '**/{queries,commands}.test.ts',
  '**/{queries,commands}/**/*.test.ts',
  '{db,bin/seed}/**/*.test.ts',
  '**/*.db.test.ts',
]
const elsewhere = ['node_modules/**', '.next*/**', '.data/**', 'e2e/**']

export default defineConfig({
  resolve: {
    alias: [
      { find: /^server-only$/, replacement: at('bin/server-only.mjs') },
      { find: /^@\//, replacement: at('./') },
    ],
  },
  test: {
    // Every core, and processes that are used again: what is imported once is a third of the time otherwise.
    maxWorkers: '100%',
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...elsewhere, ...onDatabase],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: onDatabase,
          exclude: elsewhere,
          globalSetup: 'testing/setup/cluster.ts',
          setupFiles: 'testing/setup/database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
