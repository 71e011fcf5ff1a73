import type { TrackCurve } from '../../src-core/contract/api/index.ts';
import type { Session } from '../state/session.svelte.ts';

/** The curve of whatever track a component shows; null while there is none. To be called while a component is set up. */
export function curveOf(
  session: Session,
  trackId: () => number | null,
): { readonly curve: TrackCurve | null } {
  let curve = $state.raw<TrackCurve | null>(null);
  $effect(() => {
    const id = trackId();
    // Asked for again when curves have come, and when the core is back.
    if (session.curvesRevision < 0 || session.status !== 'connected') return;
    if (curve?.trackId !== id) curve = null;
    if (id === null || curve) return;
    let wanted = true;
    session.api.getCurve(id).then(
      (answer) => {
        if (wanted) curve = answer;
      },
      () => undefined,
    );
    return () => (wanted = false);
  });
  return {
    get curve() {
      return curve;
    },
  };
}
