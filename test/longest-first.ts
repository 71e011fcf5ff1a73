import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that keep a core busy for a quarter of a minute or more, the longest first. */
const LONG = [
  'library/same-music',
  'fuzz/fuzz',
  'training/sequence/train-sequence',
  'cli/demo-library',
  'service/core/core',
  'electron/shell',
  'queue/plan',
  'cli/evaluate',
];

/**
 * Starts the longest files first, so that no core waits for one that began last. Where there are no timings of a run before,
 * as in a fresh clone, Vitest itself goes by the size of the files, which says little.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
