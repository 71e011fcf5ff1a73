import type { Target } from '../target.ts';
import { mergeHostileBackup } from './backup.ts';
import { sendMessages } from './messages.ts';
import { importPlaylist } from './playlist.ts';
import { readSocketText } from './socket-text.ts';
import { decodeSound } from './sound.ts';
import { readHostileTags } from './tags.ts';

/** Taken in turn; what parses the most of others' bytes comes most often. */
export const TARGETS: readonly (readonly [name: string, target: Target])[] = [
  ['decoders', decodeSound],
  ['tags and pictures', readHostileTags],
  ['decoders', decodeSound],
  ['API messages', sendMessages],
  ['tags and pictures', readHostileTags],
  ['decoders', decodeSound],
  ['playlists', importPlaylist],
  ['WebSocket text', readSocketText],
  ['tags and pictures', readHostileTags],
  ['backups', mergeHostileBackup],
];
