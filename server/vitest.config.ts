import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** A test beside the source that takes anything from `test/` talks to PostgreSQL; all others need nothing. */
const withPostgres = globSync('src/**/*.test.ts', { cwd: import.meta.dirname }).filter((file) =>
  /from '(\.\.\/)+test\//.test(readFileSync(new URL(file, import.meta.url), 'utf8')),
);

const globalSetup = './test/global-postgres.ts';

export default defineConfig({
  // Without the alias two copies of graphql meet in one process.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is polled for comes in a moment here, and later on a machine that many share.
    expect: { poll: { timeout: 15_000 } },
    // Nothing of the product lives in a module; so each worker loads it once, and not anew for every file.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], exclude: withPostgres } },
      {
        extends: true,
        test: {
          name: 'stories',
          include: [...withPostgres, 'test/**/*.test.ts'],
          exclude: ['test/start/**', 'test/browser/**'],
          globalSetup,
          // They mostly wait: for PostgreSQL, for a heartbeat. As many workers as cores would leave a small machine half idle.
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: { name: 'start', include: ['test/start/**/*.test.ts'], globalSetup, maxWorkers: 2 },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], globalSetup, maxWorkers: 2 },
      },
    ],
  },
});
