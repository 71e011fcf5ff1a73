import { Howl, Howler } from 'howler';
import type { CreateSound } from './sound.ts';

/** What howler keeps to itself and has to be told nevertheless. */
interface HowlerInside {
  _html5AudioPool: HTMLAudioElement[];
  _canPlayEvent: string;
}
interface HowlInside {
  _clearSound: (element: HTMLMediaElement) => void;
  _sounds: readonly { readonly _node?: HTMLMediaElement }[];
}

const howler = Howler as unknown as HowlerInside;
// Files are played by media elements alone; a Web Audio context would only wait for a permission that nobody needs.
Howler.usingWebAudio = false;
Howler.autoUnlock = false;
Howler.autoSuspend = false;

/** A howler sound on a media element of its own. */
export const createHowlerSound: CreateSound = (address, events) => {
  // Howler hands elements on from sound to sound and may leave a dead sound's listeners on them; each gets a new one.
  howler._html5AudioPool = [new Audio()];
  // The computer serves itself: there is no use in waiting until the whole file is expected to arrive in time.
  howler._canPlayEvent = 'canplay';
  const howl = new Howl({
    src: [address],
    html5: true,
    preload: true,
    // Howler asks only whether this browser plays the format; the element judges by the bytes.
    format: ['mp3'],
    onend: () => events.ended(),
    onloaderror: (_id, code) => events.failed(failureOf(code)),
    onplayerror: () => {
      const error = elementOf(howl)?.error;
      if (error) events.failed(failureOf(error.code));
      else events.blocked();
    },
  });
  // Howler silences an element with a data: address, which the page's policy refuses.
  (howl as unknown as HowlInside)._clearSound = (element) => {
    element.removeAttribute('src');
    element.load();
  };
  return {
    play: () => {
      if (!howl.playing()) howl.play();
    },
    pause: () => void howl.pause(),
    seek: (seconds) => void howl.seek(seconds),
    positionSeconds: () => elementOf(howl)?.currentTime ?? 0,
    durationSeconds: () => {
      const seconds = elementOf(howl)?.duration ?? NaN;
      return seconds > 0 && Number.isFinite(seconds) ? seconds : null;
    },
    setVolume: (volume) => void howl.volume(volume),
    setRate: (rate) => {
      const element = elementOf(howl);
      if (element) element.playbackRate = rate;
    },
    unload: () => {
      howl.unload();
      howler._html5AudioPool = [];
    },
  };
};

function elementOf(howl: Howl): HTMLMediaElement | undefined {
  return (howl as unknown as HowlInside)._sounds[0]?._node;
}

/** https://html.spec.whatwg.org/multipage/media.html#error-codes */
const MESSAGES: Readonly<Record<number, string>> = {
  1: 'Loading was broken off.',
  2: 'The file stopped arriving.',
  3: 'The sound could not be decoded: the file is damaged or of a kind that is not known.',
  4: 'The file is not there or holds no sound that can be played.',
};
const DECODE = 3;

function failureOf(code: unknown): { message: string; networkOrSource: boolean } {
  const known = typeof code === 'number' ? MESSAGES[code] : undefined;
  return { message: known ?? 'The file could not be played.', networkOrSource: code !== DECODE };
}
