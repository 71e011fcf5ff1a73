/** Cartridge Summer: a sunset drawn in 50 by 50 pixels. */
import { dice, ground, picture } from './svg.ts';

const PIXELS = 50;
const SIZE = 10;

const SKY = ['#2b1f66', '#4b2a83', '#7b3a97', '#b54a97', '#e8648a', '#ff8f78', '#ffc36b'];
const SEA = ['#ff9d7a', '#c9578f', '#7d3c8f', '#3f2f80', '#241f63'];

type Paint = (x: number, y: number, colour: string) => void;

const isDithered = (x: number, y: number): boolean => (x + y) % 2 === 0;

function sky(paint: Paint): void {
  for (let y = 0; y < 31; y++) {
    const band = (y / 31) * (SKY.length - 1);
    const index = Math.floor(band);
    for (let x = 0; x < PIXELS; x++) {
      const next = band - index > 0.72 && isDithered(x, y) ? 1 : 0;
      paint(x, y, SKY[Math.min(SKY.length - 1, index + next)]);
    }
  }
}

function sun(paint: Paint): void {
  for (let y = 12; y < 31; y++)
    for (let x = 12; x < 36; x++) {
      const inside = (x - 23.5) ** 2 + (y - 24.5) ** 2 < 108;
      const slot = y > 22 && (y - 23) % 3 === 0;
      if (inside && !slot) paint(x, y, y < 19 ? '#fff0b0' : y < 24 ? '#ffe07a' : '#ffc24f');
    }
}

function sea(paint: Paint, roll: ReturnType<typeof dice>): void {
  for (let y = 31; y < 43; y++)
    for (let x = 0; x < PIXELS; x++) {
      const depth = Math.min(SEA.length - 1, Math.floor((y - 31) / 2.4));
      const glitter = y % 2 === 1 && Math.abs(x - 23.5) < 10 - (y - 31) * 0.6 + roll(-2, 2);
      paint(x, y, glitter ? '#ffd97a' : SEA[depth]);
    }
}

function shore(paint: Paint, roll: ReturnType<typeof dice>): void {
  for (let x = 0; x < PIXELS; x++) {
    const top = 43 - Math.round(1.6 * Math.sin(x / 7));
    for (let y = top; y < PIXELS; y++)
      paint(x, y, y === top ? '#ffe9bf' : roll(0, 1) > 0.9 ? '#e0a35f' : '#f2bf78');
  }
}

/** The palm: a leaning trunk and five fronds. */
function palm(paint: Paint): void {
  const trunk = '#3a1f3d';
  for (let i = 0; i < 26; i++) {
    const x = Math.round(41 - i * 0.14 - (i * i) / 160);
    paint(x, 45 - i, trunk);
    paint(x + 1, 45 - i, i % 3 ? '#5a2f4f' : trunk);
  }
  const fronds = [
    [-1, -0.45],
    [-1, 0.25],
    [1, -0.5],
    [1, 0.2],
    [-0.45, -1],
  ];
  for (const [dx, dy] of fronds)
    for (let t = 0; t < 11; t++) {
      const x = Math.round(34 + dx * t);
      const y = Math.round(19 + dy * t + (t * t) / 15);
      paint(x, y, '#1f4b4a');
      paint(x, y + 1, t % 2 ? '#2f7a5f' : '#1f4b4a');
    }
}

export function cartridge(): string {
  const roll = dice(61);
  const cells = new Map<string, string>();
  const paint: Paint = (x, y, colour) => {
    if (x >= 0 && x < PIXELS && y >= 0 && y < PIXELS) cells.set(`${x},${y}`, colour);
  };
  sky(paint);
  for (let i = 0; i < 16; i++) paint(Math.floor(roll(0, 50)), Math.floor(roll(0, 11)), '#fff6d8');
  sun(paint);
  sea(paint, roll);
  shore(paint, roll);
  palm(paint);
  const squares = [...cells].map(([key, colour]) => {
    const [x, y] = key.split(',').map(Number);
    return `<rect x="${x * SIZE}" y="${y * SIZE}" width="${SIZE}" height="${SIZE}" fill="${colour}"/>`;
  });
  return picture('', ground('#241f63') + `<g shape-rendering="crispEdges">${squares.join('')}</g>`);
}
