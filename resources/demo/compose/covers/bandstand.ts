/** Bandstand: quarter circles of brass and bunting on a four by four board. */
import { dice, grain, grainFilter, ground, lettering, picture } from './svg.ts';

const CELL = 100;
const INK = ['#c8372d', '#1d3557', '#e9b44c', '#f4ead5', '#2a7f77'];

/** One tile: a disc, a bell of rings, a pennant or a fan, turned by quarter turns. */
function tile(kind: string, x: number, y: number, colours: readonly string[], turns: number): string {
  const [back, front, third] = colours;
  const shapes: Readonly<Record<string, string>> = {
    quarter: `<path d="M0 0H100A100 100 0 0 1 0 100Z" fill="${front}"/>`,
    bell: `<path d="M0 0H100A100 100 0 0 1 0 100Z" fill="${front}"/><path d="M0 0H66A66 66 0 0 1 0 66Z" fill="${third}"/><path d="M0 0H32A32 32 0 0 1 0 32Z" fill="${back}"/>`,
    disc: `<circle cx="50" cy="50" r="36" fill="${front}"/><circle cx="50" cy="50" r="14" fill="${third}"/>`,
    pennant: `<path d="M0 0H100L50 100Z" fill="${front}"/>`,
    stripes: `<path d="M0 0H20V100H0ZM40 0H60V100H40ZM80 0H100V100H80Z" fill="${front}"/>`,
  };
  return (
    `<g transform="translate(${x} ${y})"><rect width="${CELL}" height="${CELL}" fill="${back}"/>` +
    `<g transform="rotate(${turns * 90} 50 50)">${shapes[kind]}</g></g>`
  );
}

export function bandstand(): string {
  const roll = dice(54);
  const plan = [
    ['bell', 'stripes', 'quarter', 'disc'],
    ['quarter', 'disc', 'bell', 'pennant'],
    ['pennant', 'bell', 'disc', 'quarter'],
  ];
  const tiles = plan.flatMap((row, r) =>
    row.map((kind, c) => {
      const first = Math.floor(roll(0, INK.length));
      const second = (first + 1 + Math.floor(roll(0, 3.99))) % INK.length;
      const third = INK.findIndex((_, i) => i !== first && i !== second && i !== (first + r) % INK.length);
      return tile(
        kind,
        50 + c * CELL,
        46 + r * CELL,
        [INK[first], INK[second], INK[third]],
        Math.floor(roll(0, 4)),
      );
    }),
  );
  return picture(
    grainFilter('grain', 0.9, 11),
    ground('#f4ead5') +
      tiles.join('') +
      lettering(
        'BANDSTAND',
        48,
        412,
        'font-family="Liberation Sans Narrow, Liberation Sans, sans-serif" font-weight="bold" font-size="56" letter-spacing="7" fill="#1d3557" textLength="404"',
      ) +
      '<rect x="50" y="428" width="400" height="3" fill="#c8372d"/>' +
      lettering(
        'SALTMARSH SINFONIA',
        50,
        452,
        'font-family="Liberation Sans, sans-serif" font-size="13" letter-spacing="4" fill="#1d3557"',
      ) +
      grain('grain', 0.1),
  );
}
