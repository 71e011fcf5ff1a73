import { join } from 'node:path';
import { writeTone } from '../e2e/support/music.ts';

/** New music for a folder of the library, a track at a time, each with a sound of its own. */
export function newMusic(folder: string): () => string {
  let number = 0;
  return () => {
    number++;
    const album = Math.ceil(number / 10);
    return writeTone(join(folder, `New ${album}`), {
      title: `New ${number}`,
      artist: `Newcomer ${album}`,
      album: `New ${album}`,
      trackNo: ((number - 1) % 10) + 1,
      seconds: 6 + (number % 5),
      hz: 110 + number,
    });
  };
}
