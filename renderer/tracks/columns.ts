import { TRACK_COLUMNS, type TRACK_SORTS, type TrackColumn } from '../../src-core/contract/api/index.ts';

export type TrackSortKey = (typeof TRACK_SORTS)[number];

interface ColumnFacts {
  readonly label: string;
  /** In `rem`, so that it grows with the reader's text; one that can stretch takes its share of what is left. */
  readonly widthRem: number;
  readonly stretch?: number;
  readonly sort?: TrackSortKey;
  /** Numbers stand at the end of their column. */
  readonly atEnd?: boolean;
  /** What goes first where there is not room for all: the lowest. */
  readonly importance: number;
}

export const COLUMNS: Readonly<Record<TrackColumn, ColumnFacts>> = {
  album: { label: 'Album', widthRem: 9, stretch: 4, sort: 'album', importance: 6 },
  genre: { label: 'Genre', widthRem: 6, stretch: 2, sort: 'genre', importance: 3 },
  year: { label: 'Year', widthRem: 3, sort: 'year', atEnd: true, importance: 2 },
  mood: { label: 'Mood', widthRem: 6.5, sort: 'arousal', importance: 5 },
  curve: { label: 'Curve', widthRem: 5, importance: 7 },
  loudness: { label: 'Loudness', widthRem: 5, atEnd: true, importance: 1 },
  format: { label: 'Format', widthRem: 4, importance: 0 },
  duration: { label: 'Length', widthRem: 4, sort: 'duration', atEnd: true, importance: 8 },
};

/** Cover, title with its least width, the button for more, and the space between and around. */
const FIXED_REM = 2.5 + 11 + 2.25 + 3.5;
const GAP_REM = 1;

/** Of the columns that were chosen, those that there is room for, in their order. */
export function fittingColumns(chosen: readonly TrackColumn[], widthRem: number): TrackColumn[] {
  const wanted = TRACK_COLUMNS.filter((column) => chosen.includes(column));
  let roomRem = widthRem - FIXED_REM;
  const byImportance = [...wanted].sort((a, b) => COLUMNS[b].importance - COLUMNS[a].importance);
  const isFull = (column: TrackColumn): boolean => (roomRem -= COLUMNS[column].widthRem + GAP_REM) < 0;
  const firstLeftOut = byImportance.findIndex(isFull);
  const fitting = firstLeftOut < 0 ? byImportance : byImportance.slice(0, firstLeftOut);
  return wanted.filter((column) => fitting.includes(column));
}

/** For `grid-template-columns`, of header and rows alike. */
export function gridTemplate(columns: readonly TrackColumn[]): string {
  const widths = columns.map((column) => {
    const { widthRem, stretch } = COLUMNS[column];
    return stretch === undefined ? `${widthRem}rem` : `minmax(${widthRem}rem, ${stretch}fr)`;
  });
  return ['2.5rem', 'minmax(0, 5fr)', ...widths, '2.25rem'].join(' ');
}

/** The chosen columns with this one, or without it where it was among them. */
export function toggledColumn(chosen: readonly TrackColumn[], column: TrackColumn): TrackColumn[] {
  return chosen.includes(column)
    ? chosen.filter((other) => other !== column)
    : TRACK_COLUMNS.filter((other) => other === column || chosen.includes(other));
}
