import type { Track } from '../../src-core/contract/api/index.ts';

export interface MediaControls {
  readonly play: () => void;
  readonly pause: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly seek: (seconds: number) => void;
  readonly positionSeconds: () => number;
}

/** How far the keys for winding go where the system does not say. */
const WIND_SECONDS = 10;

/** Lets media keys, headphones and the system's player widget steer the player. */
export function handleMediaKeys(mediaSession: MediaSession, controls: MediaControls): void {
  const by = (offset: number | undefined, sign: 1 | -1): void =>
    controls.seek(controls.positionSeconds() + sign * (offset ?? WIND_SECONDS));
  mediaSession.setActionHandler('play', controls.play);
  mediaSession.setActionHandler('pause', controls.pause);
  mediaSession.setActionHandler('stop', controls.pause);
  mediaSession.setActionHandler('nexttrack', controls.next);
  mediaSession.setActionHandler('previoustrack', controls.previous);
  mediaSession.setActionHandler('seekforward', ({ seekOffset }) => by(seekOffset, 1));
  mediaSession.setActionHandler('seekbackward', ({ seekOffset }) => by(seekOffset, -1));
  mediaSession.setActionHandler('seekto', ({ seekTime }) => {
    if (seekTime !== undefined) controls.seek(seekTime);
  });
}

/** Shows the system what plays; null: nothing. */
export function showTrack(mediaSession: MediaSession, track: Track | null, artAddress: string | null): void {
  mediaSession.metadata = track
    ? new MediaMetadata({
        title: track.title,
        artist: track.artist ?? '',
        album: track.album ?? '',
        artwork: artAddress === null ? [] : [{ src: artAddress }],
      })
    : null;
}

export function showPosition(
  mediaSession: MediaSession,
  positionSeconds: number,
  durationSeconds: number,
): void {
  if (!(durationSeconds > 0)) return;
  mediaSession.setPositionState({
    duration: durationSeconds,
    position: Math.min(Math.max(positionSeconds, 0), durationSeconds),
    playbackRate: 1,
  });
}
