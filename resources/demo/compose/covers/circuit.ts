/** Night Circuit: traces of light run to a vanishing point under one red signal. */
import { blur, dice, glow, gradient, ground, lettering, path, picture } from './svg.ts';

const HORIZON = 292;
const CENTRE = 250;

/** The road: lines that fan out from the horizon, and cross lines that come closer together with distance. */
function road(): string {
  const fan = Array.from({ length: 19 }, (_, i) => {
    const spread = (i - 9) * 92;
    return path(
      [
        [CENTRE + (i - 9) * 7, HORIZON],
        [CENTRE + spread, 500],
      ],
      'stroke="url(#trace)" stroke-width="1.5" fill="none"',
      false,
    );
  });
  const rungs = Array.from({ length: 11 }, (_, i) => {
    const y = HORIZON + 208 * (i / 10) ** 2.3;
    return `<path d="M0 ${y.toFixed(1)}H500" stroke="#b5179e" stroke-opacity="${(0.25 + i * 0.06).toFixed(2)}" stroke-width="1.2"/>`;
  });
  return [...fan, ...rungs].join('');
}

/** A skyline of circuit traces: right angles, each ending in a solder point. */
function skyline(): string {
  const roll = dice(77);
  let drawn = '';
  for (let x = 6; x < 500; x += 11) {
    const far = Math.abs(x - CENTRE) / 250;
    if (far < 0.2) continue;
    const height = roll(14, 46 + far * 128);
    const top = HORIZON - height;
    const kink = roll(0, 1) > 0.45 ? roll(8, height * 0.7) : 0;
    const side = roll(0, 1) > 0.5 ? 6 : -6;
    const colour = roll(0, 1) > 0.24 ? '#3df0ff' : '#ff3ea5';
    const d = kink
      ? `M${x} ${HORIZON}V${(top + kink).toFixed(1)}l${side} -6V${top.toFixed(1)}`
      : `M${x} ${HORIZON}V${top.toFixed(1)}`;
    const endX = kink ? x + side : x;
    drawn += `<path d="${d}" stroke="${colour}" stroke-width="1.4" fill="none" opacity="${roll(0.5, 1).toFixed(2)}"/><circle cx="${endX}" cy="${(top - 2).toFixed(1)}" r="2.3" fill="${colour}"/>`;
  }
  return drawn;
}

export function circuit(): string {
  const trace =
    '<linearGradient id="trace" gradientUnits="userSpaceOnUse" x1="0" y1="292" x2="0" y2="500"><stop offset="0" stop-color="#ff3ea5" stop-opacity=".9"/><stop offset="1" stop-color="#5a18b8"/></linearGradient>';
  const definitions = [
    gradient('night', [
      [0, '#07040f'],
      [0.5, '#150a2e'],
      [0.6, '#2a0f45'],
      [1, '#0a0618'],
    ]),
    trace,
    glow('red', '#ff2340', 0.85),
    glow('dawn', '#c31f8a', 0.55),
    blur('bloom', 4),
  ].join('');
  const city = skyline();
  return picture(
    definitions,
    ground('url(#night)') +
      `<ellipse cx="250" cy="${HORIZON}" rx="330" ry="110" fill="url(#dawn)"/>` +
      `<g filter="url(#bloom)" opacity=".8">${city}</g>${city}` +
      `<rect y="${HORIZON}" width="500" height="208" fill="#0a0618" opacity=".82"/>` +
      `<g filter="url(#bloom)" opacity=".7">${road()}</g>${road()}` +
      '<circle cx="250" cy="176" r="150" fill="url(#red)"/><circle cx="250" cy="176" r="30" fill="#ff2b45"/><circle cx="250" cy="176" r="30" fill="none" stroke="#ffb3bb" stroke-width="2"/><circle cx="243" cy="168" r="9" fill="#ff8c98" opacity=".8"/>' +
      `<path d="M250 206V${HORIZON}" stroke="#05030b" stroke-width="5"/>` +
      lettering(
        'NIGHT CIRCUIT',
        250,
        58,
        'text-anchor="middle" font-family="Liberation Sans, sans-serif" font-weight="bold" font-style="italic" font-size="34" letter-spacing="6" fill="#f4e9ff"',
      ) +
      lettering(
        'PIER NINE ARCADE',
        250,
        82,
        'text-anchor="middle" font-family="Liberation Sans, sans-serif" font-size="11" letter-spacing="6" fill="#3df0ff"',
      ),
  );
}
