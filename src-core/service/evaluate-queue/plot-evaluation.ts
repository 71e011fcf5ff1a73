import { writeFile } from 'node:fs/promises';
import { toSegueError } from '../../contract/errors.ts';
import type { RatedEvaluation } from './evaluate-queue-on-ratings.ts';

const WIDTH = 760;
const ROW = 34;
const TOP = 64;
const BOTTOM = 40;
const LABELS = 150;
/** Left and right edge of the two panels: jumps, and the share of the library that is played. */
const JUMPS = [LABELS, 500] as const;
const PLAYED = [560, 720] as const;

/**
 * Writes a picture of an evaluation.
 * @throws {SegueError} 'write-failed'
 */
export async function writePlot(path: string, evaluation: RatedEvaluation): Promise<void> {
  try {
    await writeFile(path, plotEvaluation(evaluation));
  } catch (error) {
    throw toSegueError(error, 'write-failed', path);
  }
}

/**
 * A picture of an evaluation (SVG): for each policy the mean jump with its spread over evenings as a bar and a whisker, the 95th percentile as a
 * dot, the least that any order can have as a line, and the share of the library that a long run plays.
 */
function plotEvaluation({ policies, bound, tracks, seeds }: RatedEvaluation): string {
  const entries = Object.entries(policies);
  const height = TOP + entries.length * ROW + BOTTOM;
  const longest = Math.max(...entries.map(([, { seamP95 }]) => seamP95));
  const jumpAt = (jump: number): number => JUMPS[0] + ((JUMPS[1] - JUMPS[0]) * jump) / longest;
  const playedAt = (share: number): number => PLAYED[0] + (PLAYED[1] - PLAYED[0]) * share;
  const rows = entries.map(([name, { seamMean, seamSpread, seamP95, coverage }], i) => {
    const middle = TOP + (i + 0.5) * ROW;
    const bar = name === 'segue' ? 'ours' : 'bar';
    return `<g>
  <text x="${LABELS - 12}" y="${middle + 4}" text-anchor="end">${escape(name)}</text>
  ${rectangle(bar, JUMPS[0], middle, jumpAt(seamMean))}
  ${line('whisker', jumpAt(seamMean - seamSpread), middle, jumpAt(seamMean + seamSpread), middle)}
  <circle class="p95" cx="${round(jumpAt(seamP95))}" cy="${middle}" r="3.5" />
  ${rectangle(bar, PLAYED[0], middle, playedAt(coverage))}
  <text x="${round(playedAt(coverage)) + 6}" y="${middle + 4}">${(coverage * 100).toFixed(0)}%</text>
</g>`;
  });
  const bottom = height - BOTTOM;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="How queues play">
<style>
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .title { font-size: 14px; font-weight: 600 }
  .bar { fill: #b9c3cf } .ours { fill: #4c6ef5 } .p95 { fill: none; stroke: #333 }
  .whisker { stroke: #333; stroke-width: 1.5 } .bound { stroke: #d6336c; stroke-dasharray: 4 3 }
  @media (prefers-color-scheme: dark) { text { fill: #ddd } .p95, .whisker { stroke: #ddd } .bar { fill: #566170 } }
</style>
<text class="title" x="${JUMPS[0]}" y="22">Mean jump between tracks, as people rated them</text>
<text x="${JUMPS[0]}" y="42">whisker: ±1 standard deviation over evenings; ring: 95th percentile</text>
<text class="title" x="${PLAYED[0]}" y="22">Library played</text>
${rows.join('\n')}
${line('bound', jumpAt(bound.seamMean), TOP - 6, jumpAt(bound.seamMean), bottom)}
<text x="${round(jumpAt(bound.seamMean)) + 4}" y="${bottom + 16}">least of any order, ${bound.seamMean.toFixed(3)}</text>
<text x="${PLAYED[1]}" y="${bottom + 16}" text-anchor="end">${tracks} tracks, ${seeds} evenings</text>
</svg>
`;
}

function rectangle(kind: string, from: number, middle: number, to: number): string {
  return `<rect class="${kind}" x="${from}" y="${middle - 9}" width="${round(Math.max(0, to - from))}" height="18" rx="3" />`;
}

function line(kind: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="${kind}" x1="${round(x1)}" y1="${y1}" x2="${round(x2)}" y2="${y2}" />`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
