import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src-core/service/evaluate-queue/parse-csv.ts';

describe('parseCsv', () => {
  it('reads quoted cells, doubled quotes, commas and newlines within them', () => {
    expect(parseCsv('file,genre\r\n"a, b.mp3","so ""called""\npop"\r\n')).toEqual([
      { file: 'a, b.mp3', genre: 'so "called"\npop' },
    ]);
  });

  it('leaves empty cells out, and passes over blank lines and a byte order mark', () => {
    expect(parseCsv('\uFEFFfile,arousal\n\na.mp3,\nb.mp3,0.5')).toEqual([
      { file: 'a.mp3' },
      { file: 'b.mp3', arousal: '0.5' },
    ]);
  });

  it('reads nothing from nothing', () => {
    expect(parseCsv('')).toEqual([]);
  });
});
