const MARGIN_PX = 2;
/** Small pictures show what stands out; what lies outside counts as the nearer edge. */
const SHOWN_RANGE = 0.75;

/**
 * SVG path data of values in [-1, 1], spread over the width; the middle of the height is 0. Empty where there are none.
 * Plain lines: at this size no one sees a curve, and a list draws hundreds of them.
 */
export function tinyPath(values: readonly number[], width: number, height: number): string {
  const stepPx = values.length > 1 ? width / (values.length - 1) : 0;
  const half = height / 2 - MARGIN_PX;
  return values
    .map((value, i) => {
      const shown = Math.min(Math.max(value / SHOWN_RANGE, -1), 1);
      return `${i === 0 ? 'M' : 'L'}${(i * stepPx).toFixed(1)} ${(height / 2 - shown * half).toFixed(1)}`;
    })
    .join('');
}
