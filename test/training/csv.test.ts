import { describe, expect, it } from 'vitest';
import { SegueError } from '../../src-core/contract/errors.ts';
import { parseClipsCsv, readClipsCsv } from '../../src-core/training/data/clips-csv.ts';
import { parseCurvesCsv } from '../../src-core/training/data/curves-csv.ts';

const CLIPS = 'dataset,id,file,label,arousal,valence,arousal_sd,valence_sd,quadrant,genre,group,fold';

function errorOf(action: () => unknown): SegueError {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(SegueError);
    return error as SegueError;
  }
  throw new Error('nothing was thrown');
}

describe('clips.csv', () => {
  it('reads ratings, quadrants and unlabelled excerpts', () => {
    const excerpts = parseClipsCsv(
      [
        CLIPS,
        'm,a,m/a.opus,rated,-0.25,0.2941,0.3,0.4,,60s,g1,4',
        '4q,b,4q/b.opus,quadrant,,,,,Q3,Country| Folk,g2,1',
        'e,c,e/c.opus,none,,,,,,pop,g3,0',
        '',
      ].join('\n'),
    );
    expect(excerpts).toEqual([
      {
        dataset: 'm',
        id: 'a',
        file: 'm/a.opus',
        rating: { arousal: -0.25, valence: 0.2941 },
        quadrant: null,
        group: 'g1',
        fold: 4,
      },
      { dataset: '4q', id: 'b', file: '4q/b.opus', rating: null, quadrant: 'Q3', group: 'g2', fold: 1 },
      { dataset: 'e', id: 'c', file: 'e/c.opus', rating: null, quadrant: null, group: 'g3', fold: 0 },
    ]);
  });

  it.each([
    ['m,a,m/a.opus,rated,1.2,0.2,,,,x,g1,4', /Line 3 .*"arousal"/],
    ['m,a,m/a.opus,rated,0.2,zero,,,,x,g1,4', /Line 3 .*"valence"/],
    ['m,a,m/a.opus,rated,,,,,,x,g1,4', /Line 3 .*without its rating/],
    ['m,a,m/a.opus,quadrant,,,,,,x,g1,4', /Line 3 .*without its quadrant/],
    ['m,a,m/a.opus,quadrant,,,,,Q5,x,g1,4', /Line 3 .*"quadrant"/],
    ['m,a,m/a.opus,rated,0.2,0.2,,,,x,g1,1.5', /Line 3 .*"fold".*whole/],
    ['m,a,m/a.opus,rated,0.2,0.2', /Line 3 .*6 fields where the header names 12/],
    ['m,"a",m/a.opus,rated,0.2,0.2,,,,x,g1,4', /Line 3 .*quoted/],
  ])('names the line and what is wrong: %s', (line, message) => {
    const good = 'm,z,m/z.opus,rated,0.1,0.1,,,,x,g9,0';
    const error = errorOf(() => parseClipsCsv([CLIPS, good, line].join('\n'), '/data/clips.csv'));
    expect(error.code).toBe('usage');
    expect(error.path).toBe('/data/clips.csv');
    expect(error.message).toMatch(message);
  });

  it('says so when the file is not there', async () => {
    await expect(readClipsCsv('/nowhere/clips.csv')).rejects.toMatchObject({
      code: 'not-found',
      path: '/nowhere/clips.csv',
    });
  });
});

describe('curves', () => {
  const HEADER = 'song,t,arousal,valence,arousal_sd,valence_sd';

  it('joins the rows of a song, whatever further columns there are', () => {
    const curves = parseCurvesCsv(
      [HEADER, '7,15.0,0.5,-0.5,1,1', '7,15.5,0.25,0,1,1', '9,2,0,1,1,1'].join('\n'),
    );
    expect(curves).toEqual([
      { song: '7', startSeconds: 15, arousal: Float32Array.of(0.5, 0.25), valence: Float32Array.of(-0.5, 0) },
      { song: '9', startSeconds: 2, arousal: Float32Array.of(0), valence: Float32Array.of(1) },
    ]);
  });

  it.each([
    [['7,15.0,0,0,1,1', '7,16.0,0,0,1,1'], /Line 3 .*half a second/],
    [['7,15.0,0,0,1,1', '9,1,0,0,1,1', '7,15.5,0,0,1,1'], /Line 4 .*two places/],
    [['7,15.0,0,,1,1'], /Line 2 .*"valence"/],
  ])('names the line of a gap or a stray row: %j', (rows, message) => {
    expect(errorOf(() => parseCurvesCsv([HEADER, ...rows].join('\n'))).message).toMatch(message);
  });
});
