/** One line of a loss plot; values by epoch. */
export interface LossSeries {
  readonly name: string;
  readonly values: readonly number[];
  readonly kind: 'training' | 'validation';
}

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = { top: 36, right: 16, bottom: 40, left: 64 };
const TICKS = 4;
const COLOURS = { training: '#8a8f98', validation: '#c2410c' };

/**
 * A plain SVG of losses over epochs: training in grey, validation in colour, one line a fit.
 * @returns the whole document, a few kilobytes
 */
export function lossPlotSvg(title: string, series: readonly LossSeries[]): string {
  const values = series.flatMap((line) => line.values);
  const epochs = Math.max(2, ...series.map((line) => line.values.length));
  const low = Math.min(...values);
  const high = Math.max(...values, low + Number.EPSILON);
  const x = (epoch: number): number =>
    MARGIN.left + (epoch / (epochs - 1)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (loss: number): number =>
    HEIGHT - MARGIN.bottom - ((loss - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${MARGIN.left}" y="20" font-size="14">${escapeXml(title)}</text>`,
    ...lossAxis(low, high, y),
    `<text x="${MARGIN.left}" y="${HEIGHT - 12}">epoch 1</text>`,
    `<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 12}" text-anchor="end">epoch ${epochs}</text>`,
    ...series.map((line) => {
      const points = line.values
        .map((loss, epoch) => `${x(epoch).toFixed(1)},${y(loss).toFixed(1)}`)
        .join(' ');
      const label = `${escapeXml(line.name)}, ${line.kind}`;
      return `<polyline fill="none" stroke="${COLOURS[line.kind]}" points="${points}"><title>${label}</title></polyline>`;
    }),
    ...(['training', 'validation'] as const).map(
      (kind, i) =>
        `<text x="${WIDTH - MARGIN.right}" y="${20 + i * 16}" text-anchor="end" fill="${COLOURS[kind]}">${kind}</text>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

function lossAxis(low: number, high: number, y: (loss: number) => number): string[] {
  return Array.from({ length: TICKS + 1 }, (_, i) => {
    const loss = low + ((high - low) * i) / TICKS;
    const height = y(loss).toFixed(1);
    return (
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${height}" y2="${height}" stroke="#e5e7eb"/>` +
      `<text x="${MARGIN.left - 6}" y="${height}" dy="4" text-anchor="end">${loss.toPrecision(3)}</text>`
    );
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
