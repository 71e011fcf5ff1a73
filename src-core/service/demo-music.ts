import { fileURLToPath } from 'node:url';

/** The folder of the music that comes with Segue. */
export const DEMO_MUSIC = fileURLToPath(new URL('../../resources/demo/music', import.meta.url));
