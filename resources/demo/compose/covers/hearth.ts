/** Hearth and Hill: folded hills like a linocut, one small house, one red door. */
import { dice, grain, grainFilter, gradient, ground, lettering, path, picture } from './svg.ts';

interface Hill {
  readonly y: number;
  readonly rise: number;
  readonly phase: number;
  readonly colour: string;
  readonly cut: string;
}

const HILLS: readonly Hill[] = [
  { y: 232, rise: 34, phase: 0.4, colour: '#8fa58a', cut: '#a3b69b' },
  { y: 276, rise: 40, phase: 2.3, colour: '#6d8b6a', cut: '#86a07d' },
  { y: 328, rise: 44, phase: 4.3, colour: '#4d6f52', cut: '#688a66' },
  { y: 392, rise: 36, phase: 0.9, colour: '#2f5140', cut: '#4a6f56' },
  { y: 448, rise: 26, phase: 3.1, colour: '#1c3a31', cut: '#32564a' },
];

const crest = (hill: Hill, x: number): number =>
  hill.y - hill.rise * Math.sin(x / 120 + hill.phase) - hill.rise * 0.3 * Math.sin(x / 47 + hill.phase * 2);

/** The hill's body and the gouge marks that follow its slope. */
function draw(hill: Hill, roll: ReturnType<typeof dice>): string {
  const edge = Array.from({ length: 51 }, (_, i): [number, number] => [i * 10, crest(hill, i * 10)]);
  const body = path([...edge, [500, 500], [0, 500]], `fill="${hill.colour}"`);
  const marks = Array.from({ length: 46 }, () => {
    const x = roll(-10, 490);
    const depth = roll(8, 66);
    const length = roll(16, 46);
    const at = (t: number): string =>
      `${(x + t * length).toFixed(1)} ${(crest(hill, x + t * length) + depth * (1 + t * 0.12)).toFixed(1)}`;
    return `<path d="M${at(0)}Q${at(0.5)} ${at(1)}" stroke="${hill.cut}" stroke-width="${roll(1, 2.3).toFixed(1)}" fill="none" stroke-linecap="round"/>`;
  }).join('');
  return body + marks;
}

const HOUSE =
  '<g transform="translate(306 300)"><path d="M0 0L26 -22L52 0V34H0Z" fill="#f3e7cf"/><path d="M-6 2L26 -26L58 2L52 6L26 -17L0 6Z" fill="#3a2c28"/>' +
  '<rect x="20" y="10" width="13" height="24" fill="#c3392b"/><rect x="5" y="10" width="9" height="9" fill="#f0b84a"/><rect x="39" y="10" width="9" height="9" fill="#f0b84a"/>' +
  '<rect x="38" y="-24" width="7" height="14" fill="#3a2c28"/><path d="M42 -30c-8 -12 8 -16 0 -30s8 -16 2 -28" stroke="#f3e7cf" stroke-width="2.4" fill="none" stroke-linecap="round" opacity=".8"/></g>';

export function hearth(): string {
  const roll = dice(31);
  const hills = HILLS.map((hill) => draw(hill, roll));
  return picture(
    gradient('sky', [
      [0, '#f0c27b'],
      [0.3, '#f4d9a4'],
      [0.5, '#f7e8cb'],
    ]) + grainFilter('grain', 0.8, 4),
    ground('url(#sky)') +
      '<circle cx="142" cy="150" r="46" fill="#e07a4b"/>' +
      hills.slice(0, 3).join('') +
      HOUSE +
      hills.slice(3).join('') +
      lettering(
        'Hearth and Hill',
        250,
        62,
        'text-anchor="middle" font-family="Liberation Serif, serif" font-weight="bold" font-size="38" fill="#3a2c28"',
      ) +
      lettering(
        'LANTERN & LOOM',
        250,
        86,
        'text-anchor="middle" font-family="Liberation Sans, sans-serif" font-size="11.5" letter-spacing="5" fill="#6b4a35"',
      ) +
      grain('grain', 0.12),
  );
}
