import { findByFingerprint, findKnownFile, setMissing } from '../database/scan-lookup.ts';
import { countTracksBelow } from '../database/folders.ts';
import { recordProblem } from '../database/outcomes.ts';
import { inTransaction } from '../database/statement.ts';
import { toSegueError } from '../contract/errors.ts';
import { applyChanges } from './apply-changes.ts';
import { lacksCurve, queueForAnalysis, type IndexRun } from './index-run.ts';
import { judgeDeferred } from './judge-deferred.ts';
import { isAbort } from './semaphore.ts';
import type { ProbedFile } from './probe-file.ts';
import type { ProbePool } from './probe-pool.ts';
import type { FoundFile, FoundProblem } from './scan-entry.ts';
import { ScanRecord } from './scan-record.ts';
import { sweepScan } from './sweep-scan.ts';
import { walkFolders } from './walk-folders.ts';

/** Files whose tags are being read, or wait for it; the walk goes no further ahead. */
const PROBES_AHEAD = 64;
/** Tracks that are written in one transaction; more would make the first ones wait. */
const BATCH_TRACKS = 100;
/** The first ones are written sooner, so that there is something to play. */
const FIRST_BATCH_TRACKS = 10;

/**
 * Brings the tracks up to date with the files below `roots`: new ones at once, so that they can be seen and played;
 * those that may be known files under new names when all have been seen; last, tracks whose files are gone are marked.
 *
 * @param roots absolute paths, links resolved, none below another
 * @param problems what is known to be wrong before the walk, such as folders that are gone
 */
export async function scanLibrary(
  run: IndexRun,
  probes: ProbePool,
  roots: readonly string[],
  problems: readonly FoundProblem[],
): Promise<void> {
  const scan = new LibraryScan(run, probes);
  scan.noteProblems(problems);
  for await (const entries of walkFolders(roots, run.fileSystem, run.signal)) {
    const files = entries.filter((entry) => entry.kind === 'file');
    run.progress.filesFound(files.length);
    scan.noteProblems(entries.filter((entry) => entry.kind === 'problem'));
    for (const file of files) await scan.meet(file);
  }
  await scan.finishProbes();
  // A walk that was cut short has not seen everything: what it did not see may well be there.
  if (run.signal.aborted) return;
  scan.record.seen(applyChanges(run, await judgeDeferred(run, scan.record, roots)));
  sweepScan(run, scan.record, await withoutVanished(run, scan, roots));
  run.onTracksChanged();
}

/**
 * The roots that can be trusted to show what is there. One that cannot be read any more, or has nothing in it at all but is
 * known to hold tracks, is most likely the place where a drive was connected: its tracks stay as they are.
 */
async function withoutVanished(
  run: IndexRun,
  scan: LibraryScan,
  roots: readonly string[],
): Promise<readonly string[]> {
  const trusted: string[] = [];
  for (const root of roots) {
    const entries = await run.fileSystem.readFolder(root).catch(() => null);
    // Why one cannot be read may be known already.
    const isBare = entries === null ? !scan.record.isHidden(root) : entries.length === 0;
    if (!isBare || countTracksBelow(run.db, root).tracks === 0) trusted.push(root);
    else {
      const state = entries === null ? 'cannot be read' : 'is empty';
      const message = `The folder ${state}: is its drive connected? Its tracks are kept.`;
      scan.noteProblems([
        { kind: 'problem', path: root, outcome: 'failed', code: 'not-found', message, hidesTracks: true },
      ]);
    }
  }
  return trusted;
}

class LibraryScan {
  readonly record = new ScanRecord();
  readonly #run: IndexRun;
  readonly #probes: ProbePool;
  readonly #underway = new Set<Promise<void>>();
  #batch: ProbedFile[] = [];
  #batchLimit = FIRST_BATCH_TRACKS;

  constructor(run: IndexRun, probes: ProbePool) {
    this.#run = run;
    this.#probes = probes;
  }

  noteProblems(problems: readonly FoundProblem[]): void {
    if (problems.length === 0) return;
    inTransaction(this.#run.db, () => {
      for (const problem of problems) recordProblem(this.#run.db, problem, this.#run.now());
    });
    for (const problem of problems) this.record.problem(problem);
  }

  /** Passes what has not changed; anything else is looked into. */
  async meet(file: FoundFile): Promise<void> {
    const known = findKnownFile(this.#run.db, file.path);
    if (known?.sizeBytes !== file.sizeBytes || known.mtimeMs !== file.mtimeMs) {
      await this.#probe(file.path);
      return;
    }
    this.record.seen([known.id]);
    if (known.missingSinceMs === null) this.#run.counts.unchanged++;
    else {
      setMissing(this.#run.db, known.id, null);
      this.#run.counts.updated++;
    }
    if (lacksCurve(known, this.#run))
      queueForAnalysis(this.#run, { trackId: known.id, sizeBytes: file.sizeBytes });
  }

  async finishProbes(): Promise<void> {
    await Promise.all(this.#underway);
    this.#writeBatch();
  }

  async #probe(path: string): Promise<void> {
    while (this.#underway.size >= PROBES_AHEAD) await Promise.race(this.#underway);
    // One that fails for good stays among those underway, so that whoever waits for them next meets the failure.
    const work = this.#probeOne(path).then(() => void this.#underway.delete(work));
    this.#underway.add(work);
    // Until then it must not count as unhandled.
    work.catch(() => undefined);
  }

  async #probeOne(path: string): Promise<void> {
    let probed;
    try {
      probed = await this.#probes.probe(path, this.#run.signal);
    } catch (error) {
      if (isAbort(error)) return;
      const { code, message } = toSegueError(error, 'read-failed', path);
      const isGone = code === 'not-found' || code === 'empty-file';
      this.noteProblems([{ kind: 'problem', path, outcome: 'failed', code, message, hidesTracks: !isGone }]);
      return;
    }
    this.#batch.push(probed);
    if (this.#batch.length >= this.#batchLimit) this.#writeBatch();
  }

  /** Writes what is certainly new; what may be a known file under another name has to wait for the end of the walk. */
  #writeBatch(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchLimit = BATCH_TRACKS;
    // One transaction from the question to the answer: another program may be indexing the same folder.
    inTransaction(this.#run.db, () => {
      const fresh = this.#setKnownAside(batch);
      const ids = applyChanges(
        this.#run,
        fresh.map((probed) => ({ probed, verdict: { kind: 'added' } })),
      );
      this.record.seen(ids);
    });
    if (batch.length > 0) this.#run.onTracksChanged();
  }

  #setKnownAside(batch: readonly ProbedFile[]): ProbedFile[] {
    const fresh: ProbedFile[] = [];
    const inBatch = new Set<string>();
    for (const probed of batch) {
      const { path, fingerprint } = probed.content;
      const isKnown =
        inBatch.has(fingerprint) ||
        findKnownFile(this.#run.db, path) !== undefined ||
        findByFingerprint(this.#run.db, fingerprint).length > 0;
      if (isKnown) this.record.deferred.push(probed);
      else fresh.push(probed);
      inBatch.add(fingerprint);
    }
    return fresh;
  }
}
