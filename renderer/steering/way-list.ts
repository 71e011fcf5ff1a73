import ListOrdered from '@lucide/svelte/icons/list-ordered';
import LocateFixed from '@lucide/svelte/icons/locate-fixed';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import Route from '@lucide/svelte/icons/route';
import Shuffle from '@lucide/svelte/icons/shuffle';
import Waves from '@lucide/svelte/icons/waves';
import type { Way } from './courses.ts';

interface WayEntry {
  readonly way: Way;
  readonly icon: typeof Waves;
  readonly label: string;
}

/** The ways in the order in which they are offered. */
export const WAYS: readonly WayEntry[] = [
  { way: 'flow', icon: Waves, label: 'Flow' },
  { way: 'target', icon: LocateFixed, label: 'Target' },
  { way: 'journey', icon: Route, label: 'Journey' },
  { way: 'around', icon: CircleDashed, label: 'Around' },
  { way: 'shuffle', icon: Shuffle, label: 'Shuffle' },
  { way: 'order', icon: ListOrdered, label: 'In order' },
];
