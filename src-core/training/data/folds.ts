import { SegueError } from '../../contract/errors.ts';
import { createRandom } from '../run/random.ts';

/** One turn of cross-validation: train on `train`, stop by `validation`, report on `test`. */
export interface Split<T> {
  readonly train: T[];
  readonly validation: T[];
  readonly test: T[];
}

/** Number of parts of every cross-validation. */
export const FOLD_COUNT = 5;

/** Each of them, by number. */
export const ALL_FOLDS: readonly number[] = Array.from({ length: FOLD_COUNT }, (_, fold) => fold);

/** Part of the training groups set aside to decide when to stop. */
const VALIDATION_SHARE = 0.15;

/**
 * The split that tests on `fold`. The validation part is drawn from the training folds, by whole groups, so that
 * neither the stopping nor the test ever sees an artist (or song) that was trained on.
 * @param keyOf the group and fold of an item
 * @throws {SegueError} `usage` where a group lies in more than one fold.
 */
export function splitByFold<T>(
  items: readonly T[],
  keyOf: (item: T) => { group: string; fold: number },
  fold: number,
  seed: number,
): Split<T> {
  requireWholeGroups(items, keyOf);
  const rest = items.filter((item) => keyOf(item).fold !== fold);
  const chosen = chooseGroups(
    rest.map((item) => keyOf(item).group),
    createRandom(seed, 'validation', fold),
  );
  return {
    train: rest.filter((item) => !chosen.has(keyOf(item).group)),
    validation: rest.filter((item) => chosen.has(keyOf(item).group)),
    test: items.filter((item) => keyOf(item).fold === fold),
  };
}

/** Folds for things that come without: songs, each its own group, dealt out in a seeded order. */
export function dealFolds(groups: readonly string[], seed: number): Map<string, number> {
  const order = createRandom(seed, 'folds').shuffle([...new Set(groups)].sort());
  return new Map(order.map((group, index) => [group, index % FOLD_COUNT]));
}

function chooseGroups(groups: string[], random: ReturnType<typeof createRandom>): Set<string> {
  const chosen = new Set<string>();
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  let count = 0;
  for (const group of random.shuffle([...sizes.keys()].sort())) {
    if (count >= groups.length * VALIDATION_SHARE) break;
    chosen.add(group);
    count += sizes.get(group)!;
  }
  return chosen;
}

function requireWholeGroups<T>(
  items: readonly T[],
  keyOf: (item: T) => { group: string; fold: number },
): void {
  const folds = new Map<string, number>();
  for (const item of items) {
    const { group, fold } = keyOf(item);
    const known = folds.get(group) ?? fold;
    if (known !== fold) {
      throw new SegueError(
        'usage',
        `Group ${group} lies in folds ${known} and ${fold}; a group must not be split.`,
      );
    }
    folds.set(group, fold);
  }
}
