/** What a track of a Standard MIDI File does, read from its bytes without the writer's help. */
export interface ReadTrack {
  strikes: number;
  /** Notes that never end. */
  hanging: number;
  /** Notes struck while they sound. */
  restruck: number;
}

function readTrack(view: DataView, from: number, to: number): ReadTrack {
  const track: ReadTrack = { strikes: 0, hanging: 0, restruck: 0 };
  const sounding = new Set<number>();
  let at = from;
  const vlq = (): number => {
    let value = 0;
    for (;;) {
      const byte = view.getUint8(at++);
      value = (value << 7) | (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  while (at < to) {
    vlq();
    const status = view.getUint8(at++);
    if (status === 0xff) {
      at++;
      const length = vlq();
      at += length;
      continue;
    }
    const kind = status >> 4;
    const key = view.getUint8(at);
    if (kind === 0x9) {
      track.strikes++;
      if (sounding.has(key)) track.restruck++;
      sounding.add(key);
    }
    if (kind === 0x8) sounding.delete(key);
    at += kind === 0xc ? 1 : 2;
  }
  track.hanging = sounding.size;
  return track;
}

/** Reads a file's header and tracks; throws when the chunks do not add up. */
export function readMidi(bytes: Uint8Array): { ticksPerBeat: number; tracks: ReadTrack[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (name(0) !== 'MThd' || view.getUint32(4) !== 6) throw new Error('No MIDI header.');
  const tracks: ReadTrack[] = [];
  let at = 14;
  while (at < bytes.length) {
    if (name(at) !== 'MTrk') throw new Error(`No track at byte ${at}.`);
    const length = view.getUint32(at + 4);
    tracks.push(readTrack(view, at + 8, at + 8 + length));
    at += 8 + length;
  }
  if (at !== bytes.length || tracks.length !== view.getUint16(10))
    throw new Error('The chunks do not add up.');
  return { ticksPerBeat: view.getUint16(12), tracks };
}
