/** The programs that turn scores into files, and how they are run. */
import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs the render needs, with the Debian package of each. */
const TOOLS: Readonly<Record<string, string>> = {
  fluidsynth: 'fluidsynth',
  ffmpeg: 'ffmpeg',
  ffprobe: 'ffmpeg',
  opusenc: 'opus-tools',
  'rsvg-convert': 'librsvg2-bin',
};

/** The sound font: FluidR3 GM by Frank Wen, MIT licence (Debian package fluid-soundfont-gm). */
export const SOUND_FONT = process.env.SOUND_FONT ?? '/usr/share/sounds/sf2/FluidR3_GM.sf2';

/** Runs a program to its end and returns what it wrote. Throws with the program's own words when it fails. */
export async function call(
  program: string,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string }> {
  return run(program, args, { maxBuffer: 64 * 1024 * 1024 });
}

/** Names what is missing, one sentence each; an empty list means that the render can start. */
export async function missingTools(): Promise<string[]> {
  const missing: string[] = [];
  for (const [program, pkg] of Object.entries(TOOLS)) {
    try {
      await call('which', [program]);
    } catch {
      missing.push(`${program} is missing: install it (Debian: apt install ${pkg}).`);
    }
  }
  try {
    await access(SOUND_FONT);
  } catch {
    missing.push(
      `The sound font ${SOUND_FONT} is missing: install it (Debian: apt install fluid-soundfont-gm) or name it in SOUND_FONT.`,
    );
  }
  return missing;
}
