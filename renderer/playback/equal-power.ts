/** How loud the two sides of a crossfade are, as factors of amplitude in [0, 1]. */
export interface CrossfadeGains {
  readonly leaving: number;
  readonly arriving: number;
}

/**
 * Equal-power crossfade: cos² + sin² = 1, so two sounds that have nothing to do with each other are together as loud as
 * either alone.
 *
 * @param progress 0 = only the leaving side, 1 = only the arriving one; what lies outside counts as the nearer end
 */
export function equalPowerGains(progress: number): CrossfadeGains {
  if (progress <= 0) return { leaving: 1, arriving: 0 };
  if (progress >= 1) return { leaving: 0, arriving: 1 };
  const angle = (progress * Math.PI) / 2;
  return { leaving: Math.cos(angle), arriving: Math.sin(angle) };
}
