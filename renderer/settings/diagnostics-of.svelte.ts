import type { Diagnostics } from '../../src-core/contract/api/index.ts';
import type { Session } from '../state/session.svelte.ts';

/** What the core tells of itself, as it is at the moment; null while it is on its way. To be called while a component is set up. */
export function diagnosticsOf(session: Session): { readonly current: Diagnostics | null } {
  let current = $state.raw<Diagnostics | null>(null);
  $effect(() => {
    if (!session.canAskLibrary) return;
    void session.attempt(async () => (current = await session.api.getDiagnostics()));
  });
  return {
    get current() {
      return current;
    },
  };
}
