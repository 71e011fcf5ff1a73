/** Sunday Shoes: a record-shop classic: big type, a turning disc, three inks. */
import { grain, grainFilter, ground, lettering, picture } from './svg.ts';

const CREAM = '#f3e6cd';
const RUST = '#d2572b';
const TEAL = '#12616b';
const NIGHT = '#1d1a1e';

/** Half rings that step across the page like a walking bass. */
function steps(): string {
  return [0, 1, 2]
    .map((i) => {
      const r = 40;
      const x = 70 + i * 82;
      const y = 256;
      const sweep = i % 2;
      const arc = (radius: number): string =>
        `M${x - radius} ${y}A${radius} ${radius} 0 0 ${1 - sweep} ${x + radius} ${y}Z`;
      return `<path d="${arc(r)}" fill="${i % 2 ? RUST : NIGHT}"/><path d="${arc(r * 0.55)}" fill="${i % 2 ? CREAM : TEAL}"/>`;
    })
    .join('');
}

export function shoes(): string {
  const grooves = Array.from(
    { length: 11 },
    (_, i) =>
      `<circle cx="404" cy="394" r="${60 + i * 9}" fill="none" stroke="${CREAM}" stroke-opacity=".28" stroke-width="1"/>`,
  ).join('');
  const big =
    'font-family="Liberation Sans Narrow, Liberation Sans, sans-serif" font-weight="bold" font-size="104" letter-spacing="-2"';
  return picture(
    grainFilter('grain', 0.85, 2),
    ground(CREAM) +
      `<rect y="300" width="500" height="200" fill="${TEAL}"/>` +
      `<circle cx="404" cy="394" r="160" fill="${NIGHT}"/>${grooves}<circle cx="404" cy="394" r="50" fill="${RUST}"/><circle cx="404" cy="394" r="6" fill="${CREAM}"/>` +
      lettering('SUNDAY', 28, 106, `${big} fill="${NIGHT}"`) +
      lettering('SHOES', 28, 188, `${big} fill="${RUST}"`) +
      `<g transform="translate(0 44)">${steps()}</g>` +
      lettering(
        'copper street seven',
        30,
        442,
        `font-family="Liberation Sans, sans-serif" font-weight="bold" font-size="21" letter-spacing="-.3" fill="${CREAM}"`,
      ) +
      lettering(
        'three sides of a Sunday, in stereo',
        31,
        464,
        `font-family="Liberation Sans, sans-serif" font-size="11" fill="${CREAM}" opacity=".8"`,
      ) +
      grain('grain', 0.12),
  );
}
