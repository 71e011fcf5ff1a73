import { expect, it } from 'vitest';
import { Excerpt, EXCERPT_SECONDS } from '../../../renderer/playback/excerpt.ts';
import { IDLE } from '../../../renderer/playback/player-state.ts';
import { track } from '../support/cues.ts';
import { FakeSounds } from '../support/fake-sounds.ts';

function setUp(isPlaying = true) {
  const sounds = new FakeSounds();
  let due: (() => void)[] = [];
  const player = {
    state: { ...IDLE, wanted: isPlaying },
    pause: () => (player.state = { ...player.state, wanted: false }),
    play: () => (player.state = { ...player.state, wanted: true }),
  };
  const told: (number | null)[] = [];
  const failures: string[] = [];
  const excerpt = new Excerpt({
    player,
    createSound: sounds.create,
    mediaBase: 'media/',
    settings: () => ({ volume: 1, muted: false, levelLoudness: false }),
    schedule: (run) => due.push(run),
    onChange: (id) => told.push(id),
    onFailed: (message) => failures.push(message),
  });
  const pass = (seconds: number): void => {
    sounds.pass(seconds);
    const now = due;
    due = [];
    for (const run of now) run();
  };
  return { sounds, player, excerpt, told, failures, pass };
}

it('pauses what plays, is heard for ten seconds from within the track, and lets the music go on', () => {
  const { sounds, player, excerpt, told, pass } = setUp();
  excerpt.start(track(7));
  expect(player.state.wanted).toBe(false);
  const [sound] = sounds.playing;
  expect(sound.address).toBe('media/track/7');
  expect(sound.positionSeconds).toBeCloseTo(54);
  expect(sound.volume).toBe(0);
  pass(1);
  expect(sound.volume).toBe(1);
  pass(EXCERPT_SECONDS);
  expect(sounds.alive.size).toBe(0);
  expect(player.state.wanted).toBe(true);
  expect(told).toEqual([7, null]);
});

it('leaves the music paused where it was paused', () => {
  const { player, excerpt } = setUp(false);
  excerpt.start(track(7));
  excerpt.stop();
  expect(player.state.wanted).toBe(false);
});

it('gives way to another track, and the music goes on only after that', () => {
  const { sounds, player, excerpt, told } = setUp();
  excerpt.start(track(7));
  excerpt.start(track(8));
  expect(sounds.playing.map(({ address }) => address)).toEqual(['media/track/8']);
  expect(player.state.wanted).toBe(false);
  excerpt.stop();
  expect(player.state.wanted).toBe(true);
  expect(told).toEqual([7, 8, null]);
});

it('ends when the listener starts the music', () => {
  const { sounds, player, excerpt, pass } = setUp();
  excerpt.start(track(7));
  player.play();
  pass(0.1);
  expect(sounds.alive.size).toBe(0);
});

it('says why a track cannot be heard, and lets the music go on', async () => {
  const { sounds, player, excerpt, failures } = setUp();
  sounds.broken.add('media/track/7');
  excerpt.start(track(7));
  await Promise.resolve();
  expect(failures).toEqual(['damaged']);
  expect(player.state.wanted).toBe(true);
});

it('keeps within tracks that are shorter than what is to be heard', () => {
  const { sounds, excerpt } = setUp();
  excerpt.start(track(7, { durationSeconds: 6, leadingSilenceSeconds: 1 }));
  expect(sounds.playing[0].positionSeconds).toBe(1);
});
