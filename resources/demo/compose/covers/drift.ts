/** Drift Charts: the depth lines of a sea that is on no map. */
import { gradient, grain, grainFilter, ground, lettering, path, picture } from './svg.ts';

const LINES = 24;
const POINTS = 180;

/** Radius of the coast at an angle: a few slow waves around a circle, less and less of them offshore. */
function radius(angle: number, level: number): number {
  const calm = 1 / (1 + level * 0.07);
  const shape =
    1 +
    calm *
      (0.26 * Math.sin(2 * angle + 0.7) +
        0.15 * Math.sin(3 * angle + 2.1 - level * 0.05) +
        0.07 * Math.sin(5 * angle + level * 0.16));
  return (24 + level * 16.5) * shape;
}

function contour(level: number): string {
  const points = Array.from({ length: POINTS }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / POINTS;
    const r = radius(angle, level);
    return [306 + r * Math.cos(angle) * 1.06, 212 + r * Math.sin(angle) * 0.94];
  });
  const main = level % 4 === 0;
  const fill = level === 0 ? '#e9dcc0' : 'none';
  const opacity = Math.max(0.14, 0.95 - level * 0.034);
  return path(
    points,
    `fill="${fill}" stroke="#cfe3dc" stroke-width="${main ? 1.7 : 0.75}" opacity="${opacity.toFixed(2)}"`,
  );
}

export function drift(): string {
  const contours = Array.from({ length: LINES }, (_, i) => contour(LINES - 1 - i)).join('');
  const course =
    '<path d="M58 408 C150 372 128 300 214 286 S330 330 420 118" fill="none" stroke="#f2a65a" stroke-width="1.8" stroke-dasharray="1 6" stroke-linecap="round"/>';
  const buoy =
    '<circle cx="420" cy="118" r="5" fill="#f2a65a"/><circle cx="420" cy="118" r="11" fill="none" stroke="#f2a65a" stroke-width="1.1"/>';
  return picture(
    gradient('sea', [
      [0, '#1b5560'],
      [0.55, '#123f4c'],
      [1, '#0b2a37'],
    ]) + grainFilter('grain', 0.75, 8),
    ground('url(#sea)') +
      contours +
      course +
      buoy +
      grain('grain', 0.1) +
      '<rect x="16" y="16" width="468" height="468" fill="none" stroke="#cfe3dc" stroke-opacity=".5" stroke-width="1"/>' +
      lettering(
        'DRIFT CHARTS',
        34,
        454,
        'font-family="Liberation Sans, sans-serif" font-size="15" letter-spacing="6" fill="#eef5ee"',
      ) +
      lettering(
        'Marit Ellensburg',
        34,
        472,
        'font-family="Liberation Serif, serif" font-style="italic" font-size="12.5" fill="#b7d0ca"',
      ),
  );
}
