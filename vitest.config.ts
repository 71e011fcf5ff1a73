import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

export default defineConfig({
  test: {
    globalSetup: ['./test/global-setup.ts'],
    reporters: ['default', './test/closing-line-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          sequence: { groupOrder: 0 },
          // Two files at a time even where there are but two cores: many wait for programs and disks.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'player',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/*-sound.test.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'sound',
          include: ['test/e2e/*-sound.test.ts'],
          // How loud two decks are hangs on time. These mostly listen, and leave each other the cores.
          sequence: { groupOrder: 2 },
          maxWorkers: 2,
        },
      },
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A state that is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 15_000 } },
  },
});
