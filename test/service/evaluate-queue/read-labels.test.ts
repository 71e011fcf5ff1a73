import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabels } from '../../../src-core/service/evaluate-queue/read-labels.ts';
import { makeFolder } from '../../support/make-folder.ts';

function table(text: string): string {
  const path = join(makeFolder(), 'labels.csv');
  writeFileSync(path, text);
  return path;
}

describe('readLabels', () => {
  it("reads another person's table of file, arousal and valence", async () => {
    const labels = await readLabels(table('file,arousal,valence\na.mp3,0.5,-0.25\nb/c.ogg,-1,1\n'));
    expect(labels[0]).toEqual({
      dataset: '',
      id: 'a.mp3',
      file: 'a.mp3',
      group: 'a.mp3',
      genre: null,
      fold: null,
      rating: { arousal: 0.5, valence: -0.25 },
    });
    expect(labels).toHaveLength(2);
  });

  it('takes the rated lines of one dataset', async () => {
    const path = table(
      'dataset,id,file,label,arousal,valence,genre,group,fold\r\n' +
        'x,1,1.opus,rated,0.1,0.2,pop,g1,0\r\nx,2,2.opus,none,,,pop,g2,0\r\ny,3,3.opus,rated,0.1,0.2,pop,g3,0\r\nx,4,4.opus,rated,0.3,0.2,,g4,1\r\n',
    );
    const labels = await readLabels(path, 'x');
    expect(labels.map(({ id, genre, fold }) => [id, genre, fold])).toEqual([
      ['1', 'pop', 0],
      ['4', null, 1],
    ]);
  });

  it.each([
    ['file,arousal,valence\na,0.5,0\nb,2,0\n', /Line 3 .* from -1 to 1/],
    ['file,arousal,valence\na,0.5,\nb,0,0\n', /Line 2/],
    ['arousal,valence\n0.5,0\n0,0\n', /needs file/],
    ['file,arousal,valence\na,0.5,0\n', /fewer than two/],
  ])('says what is wrong with %j', async (text, message) => {
    await expect(readLabels(table(text))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(message) as string,
    });
  });

  it('says that there is no such file', async () => {
    await expect(readLabels('/nowhere/labels.csv')).rejects.toMatchObject({ code: 'not-found' });
  });
});
