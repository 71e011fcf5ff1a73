/** Furnace Hymns: a black slab splits, and the fire shows. */
import { blur, dice, glow, grain, grainFilter, gradient, ground, lettering, path, picture } from './svg.ts';

type Point = [number, number];

/** A jagged crack from `from` to `to`, as a closed sliver that is widest in its middle. */
function crack(
  roll: ReturnType<typeof dice>,
  from: Point,
  to: Point,
  width: number,
  pieces: number,
): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const normal: Point = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
  for (let i = 0; i <= pieces; i++) {
    const t = i / pieces;
    const stray = i === 0 || i === pieces ? 0 : roll(-0.055, 0.055) * length;
    const half = (width / 2) * Math.sin(Math.PI * t) * roll(0.6, 1.25);
    const x = from[0] + (to[0] - from[0]) * t + normal[0] * stray;
    const y = from[1] + (to[1] - from[1]) * t + normal[1] * stray;
    left.push([x + normal[0] * half, y + normal[1] * half]);
    right.unshift([x - normal[0] * half, y - normal[1] * half]);
  }
  return [...left, ...right];
}

export function furnace(): string {
  const roll = dice(812);
  const centre: Point = [252, 232];
  const tips: readonly Point[] = [
    [236, -12],
    [430, 26],
    [512, 210],
    [400, 420],
    [262, 512],
    [96, 440],
    [-12, 262],
    [70, 60],
  ];
  const main = crack(roll, [244, -14], [268, 514], 34, 15);
  const rays = tips.map((tip, i) => crack(roll, centre, tip, i % 2 ? 9 : 13, 8));
  const all = [main, ...rays];
  const fire = all.map((points) => path(points, 'fill="url(#fire)"')).join('');
  const sparks = Array.from({ length: 60 }, () => {
    const angle = roll(0, 2 * Math.PI);
    const r = roll(30, 240);
    return `<circle cx="${(252 + r * Math.cos(angle)).toFixed(1)}" cy="${(232 + r * Math.sin(angle)).toFixed(1)}" r="${roll(0.5, 1.9).toFixed(2)}" fill="#ffb347" opacity="${roll(0.3, 0.9).toFixed(2)}"/>`;
  }).join('');
  const fireFill =
    '<radialGradient id="fire" gradientUnits="userSpaceOnUse" cx="252" cy="232" r="290"><stop offset="0" stop-color="#fff3c4"/><stop offset=".22" stop-color="#ffc148"/><stop offset=".55" stop-color="#f0601a"/><stop offset="1" stop-color="#7c1408"/></radialGradient>';
  return picture(
    [
      gradient('foot', [
        [0, 'rgba(8,7,7,0)'],
        [0.55, 'rgba(8,7,7,.82)'],
        [1, '#080707'],
      ]),
      gradient('slab', [
        [0, '#1b1918'],
        [0.5, '#121010'],
        [1, '#080707'],
      ]),
      fireFill,
      glow('heat', '#e2450f', 0.6),
      blur('near', 5),
      blur('wide', 18),
      grainFilter('stone', 0.35, 9),
    ].join(''),
    ground('url(#slab)') +
      grain('stone', 0.22) +
      '<circle cx="252" cy="232" r="230" fill="url(#heat)"/>' +
      `<g filter="url(#wide)" opacity=".75">${fire}</g><g filter="url(#near)" opacity=".85">${fire}</g>${fire}` +
      sparks +
      '<rect y="360" width="500" height="140" fill="url(#foot)"/>' +
      lettering(
        'FURNACE',
        30,
        446,
        'font-family="Liberation Serif, serif" font-weight="bold" font-size="46" letter-spacing="3" fill="#f2e7da"',
      ) +
      lettering(
        'HYMNS',
        470,
        446,
        'text-anchor="end" font-family="Liberation Serif, serif" font-weight="bold" font-size="46" letter-spacing="3" fill="#f2e7da"',
      ) +
      lettering(
        'ANVIL CHOIRWORKS',
        31,
        470,
        'font-family="Liberation Sans, sans-serif" font-size="11" letter-spacing="5" fill="#c98d5a"',
      ),
  );
}
