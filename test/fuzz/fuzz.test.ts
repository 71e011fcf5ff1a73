import { expect, test } from 'vitest';
import { runCases } from './run-cases.ts';

const CASES = 500;

test(`${CASES} hostile files and messages do no harm`, async () => {
  const { findings, cases } = await runCases(20_261_130, Array(CASES).keys());
  expect(findings).toEqual([]);
  expect(cases.size).toBe(6);
}, 600_000);
