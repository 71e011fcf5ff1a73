import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FitHistory } from '../run/fit.ts';
import { lossPlotSvg } from './loss-plot.ts';

/** Writes `loss.svg` into a model's folder: one pair of lines for every fold. */
export async function writeLossPlot(
  folder: string,
  title: string,
  histories: readonly FitHistory[],
): Promise<void> {
  const series = histories.flatMap((history, fold) => [
    { name: `fold ${fold}`, values: history.training, kind: 'training' as const },
    { name: `fold ${fold}`, values: history.validation, kind: 'validation' as const },
  ]);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'loss.svg'), lossPlotSvg(`${title}: loss by epoch, five folds`, series));
}
