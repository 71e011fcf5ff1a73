import { expect, it } from 'vitest';
import { clipTurns, listeningTurns } from '../../src-core/training/clip/clip-turns.ts';
import { silentProgress } from '../../src-core/training/run/progress.ts';
import type { TrainingOptions } from '../../src-core/training/run/training-options.ts';

const OPTIONS: TrainingOptions = {
  recipe: 'segue',
  dataFolder: 'data',
  outFolder: 'out',
  cacheFolder: 'cache',
  seed: 5,
  resume: false,
  workers: 3,
  date: '',
  commit: '',
  clock: () => 0,
  progress: silentProgress,
};

it('does every fold of both recipes, the seeds of the spread and, where asked, the shipped fit once', () => {
  const names = (shipped: boolean): string[] =>
    clipTurns(OPTIONS, shipped).flatMap((turn) =>
      turn.model === 'clip' ? [`${turn.recipe} ${turn.fold ?? 'all'} ${turn.seed}`] : [],
    );
  const folds = [0, 1, 2, 3, 4];
  const scored = [
    ...folds.map((fold) => `segue ${fold} 5`),
    'segue 0 6',
    'segue 0 7',
    ...folds.map((fold) => `paper ${fold} 5`),
  ];
  expect(names(false).sort()).toEqual([...scored].sort());
  expect(names(true).sort()).toEqual([...scored, 'segue all 5'].sort());
});

it('shares the listening of each recipe among the threads', () => {
  const shares = listeningTurns(OPTIONS).flatMap((turn) =>
    turn.model === 'listening' ? [`${turn.recipe} ${turn.share} of ${turn.of}`] : [],
  );
  const each = (recipe: string): string[] => [0, 1, 2].map((share) => `${recipe} ${share} of 3`);
  expect(shares).toEqual([...each('segue'), ...each('paper')]);
});
