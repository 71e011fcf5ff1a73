/** Rooms at Dusk: the last light of a tall window, thrown across a darkening wall. */
import { blur, glow, gradient, grain, grainFilter, ground, lettering, path, picture } from './svg.ts';

const COLUMNS = 3;
const ROWS = 4;

/** One pane of light, sheared and stretched as the low sun does. */
function pane(column: number, row: number): string {
  const at = (u: number, v: number): [number, number] => [
    118 + u * 74 + v * 34 + u * v * 2,
    72 + v * 68 - u * 20 + u * v * 3,
  ];
  const inset = 0.07;
  const [l, r, t, b] = [column + inset, column + 1 - inset, row + inset * 0.8, row + 1 - inset * 0.8];
  return path([at(l, t), at(r, t), at(r, b), at(l, b)], 'fill="url(#light)"');
}

export function rooms(): string {
  const panes = Array.from({ length: COLUMNS * ROWS }, (_, i) =>
    pane(i % COLUMNS, Math.floor(i / COLUMNS)),
  ).join('');
  const light =
    '<linearGradient id="light" gradientUnits="userSpaceOnUse" x1="118" y1="60" x2="388" y2="380">' +
    '<stop offset="0" stop-color="#ffd9a0"/><stop offset=".45" stop-color="#f29a72"/><stop offset="1" stop-color="#a04d6b"/></linearGradient>';
  const definitions = [
    gradient('wall', [
      [0, '#2b2748'],
      [0.6, '#221d3a'],
      [1, '#15122a'],
    ]),
    light,
    glow('halo', '#e2866a', 0.35),
    blur('soft', 1.6),
    blur('softer', 16),
    grainFilter('grain', 0.8, 3),
  ].join('');
  const floor = `${path(
    [
      [0, 424],
      [500, 400],
      [500, 500],
      [0, 500],
    ],
    'fill="#0f0c20"',
  )}${path(
    [
      [0, 424],
      [500, 400],
    ],
    'stroke="#3b3357" stroke-width="1.4" fill="none"',
    false,
  )}`;
  return picture(
    definitions,
    ground('url(#wall)') +
      '<ellipse cx="268" cy="220" rx="270" ry="230" fill="url(#halo)"/>' +
      `<g filter="url(#softer)" opacity=".55">${panes}</g><g filter="url(#soft)">${panes}</g>` +
      floor +
      grain('grain', 0.1) +
      lettering(
        'Rooms at Dusk',
        36,
        456,
        'font-family="Liberation Serif, serif" font-size="27" fill="#f3dcc6"',
      ) +
      lettering(
        'MARIT ELLENSBURG',
        37,
        478,
        'font-family="Liberation Sans, sans-serif" font-size="9.5" letter-spacing="3.2" fill="#b9a2b4"',
      ),
  );
}
