import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import { chooseEngine } from '../emotion/engines/choose-engine.ts';
import { forecastAll, type Forecast } from '../emotion/forecast.ts';
import { readModelCard } from '../emotion/model-files/model-card.ts';
import { loadSequenceModel, shippedModel } from '../emotion/models.ts';

/** What the queue needs of the models. */
export interface Forecaster {
  /** What follows the end of a curve, in half-second pairs. */
  readonly continuationOf: (closing: Curve) => Forecast;
  /** The same for many at once, which costs less than one by one. */
  readonly continuationsOf: (closings: readonly Curve[]) => Forecast[];
  /** How far the shipped clip model is wrong on artists that it has not learnt from: standard deviation per axis. */
  readonly usualError: MoodPoint;
}

/** The shipped sequence model, and how far the shipped clip model's axes can be trusted. */
export async function loadForecaster(onNotice: (line: string) => void): Promise<Forecaster> {
  const { engine, notice } = await chooseEngine(process.env.SEGUE_ENGINE);
  if (notice !== null) onNotice(notice);
  const model = await loadSequenceModel(shippedModel('sequence'), engine);
  const { heldOutError } = await readModelCard(shippedModel('clip'));
  return {
    continuationOf: (closing) => forecastAll(model, [closing])[0],
    continuationsOf: (closings) => forecastAll(model, closings),
    usualError: heldOutError,
  };
}
