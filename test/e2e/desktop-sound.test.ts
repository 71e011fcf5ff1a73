import { soundSuite } from './suite/index.ts';
import { onDesktop } from './support/on-desktop.ts';

onDesktop(soundSuite);
