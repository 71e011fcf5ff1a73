/** MIDI to sound with FluidSynth. */
import { call, SOUND_FONT } from './tools.ts';
import type { Sound } from '../score.ts';

/** Renders a MIDI file to a 48 kHz stereo float WAV in the room that the piece asks for. */
export async function synthesise(midiPath: string, wavPath: string, sound: Sound): Promise<void> {
  const settings = {
    'synth.polyphony': 512,
    'synth.reverb.room-size': sound.room,
    'synth.reverb.level': sound.wet,
    'synth.reverb.damp': sound.damp,
    'synth.reverb.width': 0.9,
    'synth.chorus.level': 1.2,
    'synth.chorus.depth': 6,
    'audio.file.format': 'float',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  await call('fluidsynth', [
    '-n',
    '-i',
    '-q',
    '-r',
    '48000',
    '-g',
    '1.2',
    ...options,
    '-F',
    wavPath,
    '-T',
    'wav',
    SOUND_FONT,
    midiPath,
  ]);
}
