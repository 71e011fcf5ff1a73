import type { PolicyScore, RatedEvaluation } from '../service/evaluate-queue/evaluate-queue-on-ratings.ts';
import { countOf, printLine, printTable } from './print.ts';

/** Cells of a bar that is as long as shuffle's mean jump. */
const BAR_CELLS = 30;

/** Shows an evaluation as tables, and the mean jumps as bars. */
export function printEvaluation(evaluation: RatedEvaluation): void {
  const { tracks, seeds, curves } = evaluation;
  const heardBy =
    curves === 'held-out' ? 'models that had not learnt from their artists' : 'the shipped model';
  printLine(`${countOf(tracks, 'rated track')}, heard by ${heardBy}; ${countOf(seeds, 'queue')} a policy.`);
  printPolicies(evaluation);
  printLeads(evaluation);
  printSteering(evaluation.steering);
}

const COLUMNS: readonly (readonly [string, (score: PolicyScore) => string])[] = [
  ['Mean jump', ({ seamMean, seamSpread }) => `${number(seamMean)} ±${number(seamSpread)}`],
  ['p95', ({ seamP95 }) => number(seamP95)],
  ['Worst', ({ seamWorst }) => number(seamWorst)],
  ['Score', ({ normalised }) => number(normalised, 2)],
  ['Played', ({ coverage }) => percent(coverage)],
  ['Gini', ({ gini }) => number(gini, 2)],
  ['Most', ({ mostOverFair }) => `${number(mostOverFair, 1)}×`],
  ['Never', ({ neverChosen }) => percent(neverChosen)],
  ['Hubs', ({ kOccurrenceSkew }) => number(kOccurrenceSkew, 1)],
  ['Artist', ({ artistGap }) => (artistGap === null ? '' : number(artistGap, 0))],
  ['Drift', ({ drift }) => number(drift, 2)],
];

function printPolicies({ policies, bound }: RatedEvaluation): void {
  const entries = Object.entries(policies);
  printTable(
    [{ title: 'Policy', width: 19 }, ...COLUMNS.map(([title], i) => ({ title, width: i === 0 ? 16 : 8 }))],
    entries.map(([name, score]) => [name, ...COLUMNS.map(([, show]) => show(score))]),
  );
  printLine(`No order in which each track follows another has a mean jump under ${number(bound.seamMean)}.`);
  const longest = Math.max(...entries.map(([, { seamMean }]) => seamMean));
  for (const [name, { seamMean }] of entries) {
    printLine(
      `${name.padEnd(18)} ${'━'.repeat(Math.round((BAR_CELLS * seamMean) / longest))} ${number(seamMean)}`,
    );
  }
}

function printLeads({ segueLeads }: RatedEvaluation): void {
  for (const [name, { by, standardError }] of Object.entries(segueLeads)) {
    if (name === 'segue') continue;
    printLine(
      `Segue's jumps are lower than those of ${name} by ${number(by)} ± ${number(standardError)} (standard error).`,
    );
  }
}

function printSteering({ journey, target, targetAnywhere }: RatedEvaluation['steering']): void {
  const { stepsOnward, meanPathOnward, endError, wayBehind } = journey;
  printLine(
    `Journeys in 8 tracks, ${journey.runs} in ${journey.libraries} libraries: ${percent(stepsOnward.mean)} ± ${percent(stepsOnward.deviation)} of their steps lead on, ` +
      `${percent(meanPathOnward.mean)} ± ${percent(meanPathOnward.deviation)} of the steps of a library's mean journey${errorOf(meanPathOnward.standardError, percent)}; they end ` +
      `${number(endError.mean, 2)} ± ${number(endError.deviation, 2)} from the wish, ${percent(journey.reached)} within 0.25.`,
  );
  printLine(
    `Share of the way that is behind them, track by track: ${wayBehind.map((share) => percent(share)).join(', ')}.`,
  );
  for (const [where, score] of [
    ['Target in the opposite corner', target],
    ['Target anywhere', targetAnywhere],
  ] as const) {
    const { leap, p95OverFlow } = score;
    printLine(
      `${where}: from ${number(score.distanceBefore, 2)} to ${number(score.distanceAfter, 2)} in 4 tracks, ${percent(score.reached)} within 0.25, ` +
        `${percent(score.reachedOnTheWay)} with any of the four; one leap to the nearest curve ${number(leap.distanceAfter, 2)} and ${percent(leap.reached)}. ` +
        `p95 of its jumps ${number(score.seamP95)}, of plain flow from the same tracks ${number(score.flowSeamP95)}: ` +
        `${number(p95OverFlow.by)} more${errorOf(p95OverFlow.standardError, (error) => number(error))}.`,
    );
  }
}

function errorOf(standardError: number | null, show: (value: number) => string): string {
  return standardError === null ? '' : ` (standard error ${show(standardError)})`;
}

function number(value: number, digits = 3): string {
  return value.toFixed(digits);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
