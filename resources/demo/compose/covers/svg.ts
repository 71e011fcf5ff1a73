/** The canvas and the pens that all covers share: 500 units square. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Side of every cover, in SVG units. */
export const SIDE = 500;

/** A seeded source of numbers from `low` to `high`. */
export function dice(seed: number): (low: number, high: number) => number {
  const generator = xoroshiro128plus(seed);
  return (low, high) => low + (high - low) * uniformFloat64(generator);
}

/** A whole picture: definitions first, then what is drawn. */
export const picture = (definitions: string, drawing: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><defs>${definitions}</defs>${drawing}</svg>`;

/** A straight gradient from top to bottom: `[offset 0 to 1, colour]`. */
export function gradient(id: string, stops: readonly (readonly [number, string])[]): string {
  const marks = stops.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join('');
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${marks}</linearGradient>`;
}

/** A round gradient that fades out: a glow. */
export const glow = (id: string, colour: string, opacity = 1): string =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/>` +
  `<stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;

/** A soft-edge filter. */
export const blur = (id: string, deviation: number): string =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;

/** Everything painted with `fill`. */
export const ground = (fill: string): string => `<rect width="${SIDE}" height="${SIDE}" fill="${fill}"/>`;

/** A path through points, closed or open, with whatever style is given. */
export function path(points: readonly (readonly [number, number])[], style: string, closed = true): string {
  const d = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  return `<path d="${d}${closed ? 'Z' : ''}" ${style}/>`;
}

/** A line of lettering; `style` holds size, weight, family, fill. */
export const lettering = (text: string, x: number, y: number, style: string): string =>
  `<text x="${x}" y="${y}" ${style}>${text.replaceAll('&', '&amp;')}</text>`;

/** Paper grain over everything drawn so far: a faint, fine unevenness. */
export const grainFilter = (id: string, frequency: number, seed: number): string =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="2" seed="${seed}"/>` +
  `<feColorMatrix values="0 0 0 0 0.5 0 0 0 0 0.5 0 0 0 0 0.5 0 0 0 1.2 -0.45"/></filter>`;

/** Lays a grain filter over the picture. */
export const grain = (id: string, opacity: number): string =>
  `<rect width="${SIDE}" height="${SIDE}" filter="url(#${id})" opacity="${opacity}"/>`;
