import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { jsonLines, runSegue } from './run-segue.ts';

const DEMO = fileURLToPath(new URL('../../resources/demo/music', import.meta.url));

function table(text: string): string {
  const path = join(makeFolder(), 'ratings.csv');
  writeFileSync(path, text);
  return path;
}

/** The demo library as one person might have rated it: half of it calm, half lively. */
function ratedDemo(): string {
  const files = readdirSync(DEMO, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.opus'),
  );
  const lines = files.sort().map((file, i) => `"${file}",${i % 2 === 0 ? -0.4 : 0.4},${(i % 5) / 10}`);
  return table(`file,arousal,valence\n${lines.join('\n')}\n`);
}

describe('segue evaluate queue', () => {
  it("plays every policy over another person's table and audio, by the shipped model", async () => {
    const args = ['evaluate', 'queue', '--labels', ratedDemo(), '--audio', DEMO, '--seeds', '3', '--json'];
    const { exitCode, stdout } = await runSegue(args);
    expect(exitCode).toBe(0);
    const [evaluation] = jsonLines(stdout) as [
      { curves: string; tracks: number; policies: Record<string, Record<string, number>> },
    ];
    expect(evaluation).toMatchObject({ curves: 'shipped', tracks: 16, seeds: 3 });
    expect(Object.keys(evaluation.policies)).toEqual([
      'shuffle',
      'album order',
      'nearest by mean',
      'tail to head',
      "paper's rule",
      'segue, no genres',
      'segue',
    ]);
    for (const score of Object.values(evaluation.policies)) {
      expect(score.seamMean).toBeGreaterThan(0);
      expect(score.seamWorst).toBeGreaterThanOrEqual(score.seamMean);
      expect(score.coverage).toBeLessThanOrEqual(1);
      expect(score.gini).toBeGreaterThanOrEqual(0);
    }
    expect(evaluation.policies.shuffle.normalised).toBe(0);
  });

  it('says what is wrong with the table', async () => {
    const path = table('file,arousal,valence\na.mp3,7,0\nb.mp3,0,0\n');
    const { exitCode, stdout, stderr } = await runSegue(['evaluate', 'queue', '--labels', path]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/Line 2 .* from -1 to 1/);
  });

  it('says which file cannot be heard', async () => {
    const path = table('file,arousal,valence\na.mp3,0.5,0\nb.mp3,0,0\n');
    const { exitCode, stderr } = await runSegue(['evaluate', 'queue', '--labels', path]);
    expect(exitCode).not.toBe(0);
    // Both are heard at once; whichever fails first is named.
    expect(stderr).toMatch(/[ab]\.mp3/);
  });
});
