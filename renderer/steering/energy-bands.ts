import type { EnergyRule } from '../../src-core/contract/api/index.ts';

export interface EnergyBand {
  readonly name: string;
  readonly limits: Pick<EnergyRule, 'lowest' | 'highest'>;
}

/** Limits of arousal that people have words for, calmest first. */
export const ENERGY_BANDS: readonly EnergyBand[] = [
  { name: 'Calm only', limits: { lowest: -1, highest: -0.1 } },
  { name: 'Nothing loud', limits: { lowest: -1, highest: 0.15 } },
  { name: 'In between', limits: { lowest: -0.25, highest: 0.25 } },
  { name: 'Nothing sleepy', limits: { lowest: -0.15, highest: 1 } },
  { name: 'Lively only', limits: { lowest: 0.1, highest: 1 } },
];

/** Index of the band whose limits are nearest to a rule's. */
export function bandOf({ lowest, highest }: EnergyBand['limits']): number {
  const away = ({ limits }: EnergyBand): number =>
    Math.abs(limits.lowest - lowest) + Math.abs(limits.highest - highest);
  return ENERGY_BANDS.reduce((best, band, i) => (away(band) < away(ENERGY_BANDS[best]) ? i : best), 0);
}

/** `21:00`. */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
