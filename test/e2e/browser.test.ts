import { playerSuite } from './suite/index.ts';
import { inBrowser } from './support/in-browser.ts';

inBrowser(playerSuite);
