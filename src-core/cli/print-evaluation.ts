import type { PolicyScore, RatedEvaluation } from '../service/evaluate-queue/evaluate-queue-on-ratings.ts';
import { countOf, printLine, printTable } from './print.ts';

/** Cells of a bar that is as long as shuffle's mean jump. */
const BAR_CELLS = 30;

/** Shows an evaluation as tables, and the mean jumps as bars. */
export function printEvaluation(evaluation: RatedEvaluation): void {
  const { tracks, seeds, curves, bound, policies, segueLeads, steering } = evaluation;
  const heardBy =
    curves === 'held-out' ? 'models that had not learnt from their artists' : 'the shipped model';
  printLine(`${countOf(tracks, 'rated track')}, heard by ${heardBy}; ${countOf(seeds, 'queue')} a policy.`);
  const number = (value: number | null, digits = 3): string => (value === null ? '' : value.toFixed(digits));
  const columns: readonly [string, (score: PolicyScore) => string][] = [
    ['Mean jump', ({ seamMean, seamSpread }) => `${number(seamMean)} ±${number(seamSpread)}`],
    ['p95', ({ seamP95 }) => number(seamP95)],
    ['Worst', ({ seamWorst }) => number(seamWorst)],
    ['Score', ({ normalised }) => number(normalised, 2)],
    ['Played', ({ coverage }) => `${(coverage * 100).toFixed(0)}%`],
    ['Gini', ({ gini }) => number(gini, 2)],
    ['Most', ({ mostOverFair }) => `${number(mostOverFair, 1)}×`],
    ['Never', ({ neverChosen }) => `${(neverChosen * 100).toFixed(0)}%`],
    ['Hubs', ({ kOccurrenceSkew }) => number(kOccurrenceSkew, 1)],
    ['Artist', ({ artistGap }) => number(artistGap, 0)],
    ['Drift', ({ drift }) => number(drift, 2)],
  ];
  const entries = Object.entries(policies);
  printTable(
    [{ title: 'Policy', width: 19 }, ...columns.map(([title], i) => ({ title, width: i === 0 ? 16 : 8 }))],
    entries.map(([name, score]) => [name, ...columns.map(([, show]) => show(score))]),
  );
  printLine(`No order in which each track follows another has a mean jump under ${number(bound.seamMean)}.`);
  const longest = Math.max(...entries.map(([, { seamMean }]) => seamMean));
  for (const [name, { seamMean }] of entries) {
    printLine(
      `${name.padEnd(18)} ${'━'.repeat(Math.round((BAR_CELLS * seamMean) / longest))} ${number(seamMean)}`,
    );
  }
  for (const [name, { by, standardError }] of Object.entries(segueLeads)) {
    if (name === 'segue') continue;
    printLine(
      `Segue's jumps are lower than those of ${name} by ${number(by)} ± ${number(standardError)} (standard error).`,
    );
  }
  const { journey } = steering;
  const percent = (share: number): string => `${(share * 100).toFixed(0)}%`;
  const withSpread = ({ mean, deviation }: { mean: number; deviation: number }): string =>
    `${percent(mean)} ± ${percent(deviation)}`;
  printLine(
    `Journeys in 8 tracks, ${journey.runs} in ${journey.libraries} libraries: ${withSpread(journey.stepsOnward)} of their steps lead on, ` +
      `${withSpread(journey.meanPathOnward)} of the steps of a library's mean journey; they end ` +
      `${number(journey.endError.mean, 2)} ± ${number(journey.endError.deviation, 2)} from the wish, ${percent(journey.reached)} within 0.25.`,
  );
  for (const [where, target] of [
    ['Target in the opposite corner', steering.target],
    ['Target anywhere', steering.targetAnywhere],
  ] as const) {
    printLine(
      `${where}: from ${number(target.distanceBefore, 2)} to ${number(target.distanceAfter, 2)} in 4 tracks, ${percent(target.reached)} within 0.25; ` +
        `p95 of its jumps ${number(target.seamP95)}, of plain flow from the same tracks ${number(target.flowSeamP95)}.`,
    );
  }
}
