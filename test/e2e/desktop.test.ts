import { playerSuite } from './suite/index.ts';
import { onDesktop } from './support/on-desktop.ts';

onDesktop(playerSuite);
