import type { ImportSummary } from '../../src-core/contract/api/index.ts';
import { countOf } from '../format/count.ts';

/** What a backup brought, in a sentence. */
export function importWords(summary: ImportSummary): string {
  const parts = [
    summary.playlists > 0 && countOf(summary.playlists, 'playlist'),
    summary.plays > 0 && countOf(summary.plays, 'play'),
    summary.curves > 0 && countOf(summary.curves, 'curve'),
    summary.settings > 0 && countOf(summary.settings, 'setting'),
    summary.foldersAdded.length > 0 && countOf(summary.foldersAdded.length, 'folder'),
  ].filter((part) => part !== false);
  const brought =
    parts.length === 0 ? 'Your library had all of it already.' : `Restored ${parts.join(', ')}.`;
  if (summary.foldersAway.length === 0) return brought;
  return `${brought} Not on this computer: ${summary.foldersAway.join(', ')}.`;
}
