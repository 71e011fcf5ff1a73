import type { SeamView } from '../../src-core/contract/api/index.ts';
import type { Session } from '../state/session.svelte.ts';

/**
 * Where the next entry meets what plays; null while that is on its way, or where no curves can be compared. To be called
 * while a component is set up.
 */
export function nextSeam(session: Session): { readonly seam: SeamView | null; readonly isAsked: boolean } {
  let seam = $state.raw<SeamView | null>(null);
  let isAsked = $state(false);
  const current = $derived(session.queue?.current ?? null);
  const next = $derived(session.queue?.upcoming[0] ?? null);
  const nextId = $derived(next?.entryId ?? null);
  const steering = $derived(session.queue?.steering);
  /** Grows old with the two tracks and with what is asked of the queue, not with every change of it. */
  const key = $derived(
    JSON.stringify([
      current?.entryId,
      nextId,
      session.curvesRevision,
      steering?.course,
      steering?.options.leftOut,
    ]),
  );
  $effect(() => {
    // Asked for again with every other key.
    if (key === '' || session.status !== 'connected') return;
    isAsked = nextId !== null;
    if (nextId === null) {
      seam = null;
      return;
    }
    let wanted = true;
    session.api
      .getSeam(nextId)
      .then(
        (answer) => {
          if (wanted) seam = answer;
        },
        () => {
          if (wanted) seam = null;
        },
      )
      .finally(() => {
        if (wanted) isAsked = false;
      });
    return () => (wanted = false);
  });
  return {
    get seam() {
      return seam && seam.arriving.id === next?.track.id && seam.leaving.id === current?.track.id
        ? seam
        : null;
    },
    get isAsked() {
      return isAsked;
    },
  };
}
