/** The Long Winter: bare birches on the far shore of a frozen lake, under a sun without warmth. */
import { blur, dice, glow, gradient, grain, grainFilter, ground, lettering, picture } from './svg.ts';

const HORIZON = 318;

/** A bare tree: a trunk that forks and forks again. */
function branch(
  roll: ReturnType<typeof dice>,
  x: number,
  y: number,
  angle: number,
  length: number,
  width: number,
): string {
  const x2 = x + length * Math.sin(angle);
  const y2 = y - length * Math.cos(angle);
  const own = `<path d="M${x.toFixed(1)} ${y.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke-width="${width.toFixed(2)}"/>`;
  if (length < 7) return own;
  const turn = roll(0.22, 0.5);
  return (
    own +
    branch(roll, x2, y2, angle - turn, length * roll(0.62, 0.8), width * 0.68) +
    branch(roll, x2, y2, angle + roll(0.18, 0.45), length * roll(0.58, 0.78), width * 0.62)
  );
}

export function winter(): string {
  const roll = dice(21);
  const places = [52, 88, 112, 176, 388, 424, 462];
  const trees = places
    .map((x) => branch(roll, x + roll(-6, 6), HORIZON + 2, roll(-0.06, 0.06), roll(24, 46), roll(2, 3.1)))
    .join('');
  const grove = `<g stroke="#27333f" fill="none" stroke-linecap="round">${trees}</g>`;
  const cracks = Array.from({ length: 9 }, () => {
    const [x, y] = [roll(20, 480), roll(352, 470)];
    return `<path d="M${x} ${y}l${roll(30, 90)} ${roll(-7, 7)}l${roll(20, 50)} ${roll(-6, 8)}" stroke="#fff" stroke-opacity=".5" stroke-width=".8" fill="none"/>`;
  }).join('');
  const definitions = [
    gradient('sky', [
      [0, '#8fa6b8'],
      [0.55, '#c9d3d8'],
      [1, '#efe6dc'],
    ]),
    gradient('ice', [
      [0, '#d9dedf'],
      [0.5, '#b3c3cd'],
      [1, '#7f97a8'],
    ]),
    glow('warm', '#fff6e6', 0.9),
    blur('mist', 7),
    blur('wet', 1.4),
    grainFilter('grain', 0.85, 5),
  ].join('');
  return picture(
    definitions,
    `<rect width="500" height="${HORIZON}" fill="url(#sky)"/>` +
      '<circle cx="282" cy="196" r="170" fill="url(#warm)"/><circle cx="282" cy="196" r="62" fill="#fffaf0"/>' +
      `<rect y="${HORIZON}" width="500" height="200" fill="url(#ice)"/>` +
      `<path d="M0 ${HORIZON}Q90 ${HORIZON - 26} 190 ${HORIZON - 9}T380 ${HORIZON - 12}T500 ${HORIZON - 20}V${HORIZON + 4}H0Z" fill="#6f8494" opacity=".75"/>` +
      grove +
      `<g transform="translate(0 ${2 * HORIZON + 4}) scale(1 -1)" opacity=".28" filter="url(#wet)">${grove}</g>` +
      '<ellipse cx="282" cy="400" rx="34" ry="76" fill="#fff8ea" opacity=".38" filter="url(#mist)"/>' +
      `<rect y="${HORIZON - 12}" width="500" height="22" fill="#f4f0ea" opacity=".55" filter="url(#mist)"/>` +
      cracks +
      grain('grain', 0.1) +
      ground('none') +
      lettering(
        'THE LONG WINTER',
        250,
        58,
        'text-anchor="middle" font-family="Liberation Serif, serif" font-size="21" letter-spacing="8" fill="#1f2a35"',
      ) +
      lettering(
        'Saltmarsh Sinfonia',
        250,
        80,
        'text-anchor="middle" font-family="Liberation Serif, serif" font-style="italic" font-size="13" fill="#3b4a57"',
      ),
  );
}
