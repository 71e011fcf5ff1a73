import * as v from 'valibot';
import { chooseEngine } from '../emotion/engines/choose-engine.ts';
import { readModelJson } from '../emotion/model-files/read-json.ts';
import { loadClipModel, loadSequenceModel, shippedModel } from '../emotion/models.ts';

export interface DescribedModel {
  readonly name: string;
  readonly version: string;
  /** A sentence each: what it is for, how well it does, what it cannot do. */
  readonly card: string[];
}

const CardSchema = v.object({ purpose: v.string(), limits: v.array(v.string()) });

/** The models that come with Segue, in the words of their cards, and the engine that runs them. */
export async function describeModels(): Promise<{ engine: string; models: DescribedModel[] }> {
  const { engine } = await chooseEngine(process.env.SEGUE_ENGINE);
  const models = [];
  for (const [name, load] of [
    ['clip', loadClipModel],
    ['sequence', loadSequenceModel],
  ] as const) {
    const { version, heldOutError } = await load(shippedModel(name), engine);
    const { purpose, limits } = await readModelJson(shippedModel(name), 'card.json', CardSchema);
    const { arousal, valence } = heldOutError;
    const error = `On music held out of its training it errs by ${arousal.toFixed(2)} in arousal and ${valence.toFixed(2)} in valence, on axes from -1 to 1.`;
    models.push({ name, version, card: [purpose, error, ...limits] });
  }
  return { engine: engine.name, models };
}
