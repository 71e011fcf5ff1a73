import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/global-setup.ts'],
    reporters: ['default', './test/closing-line-reporter.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A state that is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 15_000 } },
  },
});
