import type { LineUp, TrackName } from '../contract/queue.ts';
import { countOf, printable, printLine, printTable } from './print.ts';

/** Shows a line-up as a table with its reasons, and says so where it is shorter than was asked for. */
export function printLineUp({ from, tracks }: LineUp, count: number): void {
  printLine(`After ${printable(nameOf(from))}:`);
  if (tracks.length > 0) {
    printTable(
      [
        { title: '', width: 5 },
        { title: 'Title', width: 28 },
        { title: 'Artist', width: 20 },
        { title: 'Seam', width: 7 },
        { title: 'Why', width: 0 },
      ],
      tracks.map(({ title, artist, seamDistance, reason }, at) => [
        String(at + 1),
        title,
        artist ?? '',
        seamDistance.toFixed(3),
        reason.sentence,
      ]),
    );
  }
  if (tracks.length < count) {
    printLine(
      tracks.length === 0
        ? 'No other track in the library fits.'
        : `The library holds no more than ${countOf(tracks.length, 'track')} that fit.`,
    );
  }
}

function nameOf({ title, artist }: TrackName): string {
  return artist === null ? title : `${title} by ${artist}`;
}
