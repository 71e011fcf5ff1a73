import type { QueueEntry } from '../../src-core/contract/api/index.ts';

/** Why an entry stands where it stands: the matcher's own sentence, or who else put it there. */
export function reasonOf({ reason, origin }: QueueEntry): string {
  if (reason) return reason.sentence;
  switch (origin) {
    case 'hand':
      return 'You put it here.';
    case 'shuffle':
      return 'Chosen by chance.';
    case 'order':
      return 'It follows in the order of what you play.';
    case 'flow':
      return 'Lined up before Segue had listened to it.';
  }
}
