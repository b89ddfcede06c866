import { defineConfig } from 'vitest/config';

/** Two workers: the flows start databases and processes of their own, and the machines have few cores. No test is tried twice. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', 'console/**/*.test.js'],
          exclude: ['test/**', 'node_modules/**', 'dist/**'],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'flows',
          include: ['test/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
