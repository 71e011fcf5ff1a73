/**
 * A melody as text. `D5:4. E5:8 | r:2 C#5+E5:4! G5'` — pitch, colon, LilyPond-like duration that holds until
 * changed (`8t` is one of three in the time of two), `+` stacks pitches, `r` rests. After a note: `!` accent,
 * `'` staccato, `_` full length, `~` tied to the next. Between notes: `pp` to `fff` set the dynamic, `<` or
 * `>` lets it grow or fade towards the next one, `|` is a bar line, and is checked.
 */
import { pitch } from '../theory/pitch.ts';
import type { Note } from '../score.ts';

const DYNAMICS: Readonly<Record<string, number>> = {
  ppp: 28,
  pp: 40,
  p: 52,
  mp: 64,
  mf: 76,
  f: 91,
  ff: 106,
  fff: 120,
};

/** Sounding share of a written length where nothing else is marked. */
const GATE = 0.94;
const STACCATO = 0.45;
const ACCENT = 16;

/** Beats (quarters) of "4.", "8t", "1". Throws on anything else. */
export function durationBeats(text: string): number {
  const match = /^(1|2|4|8|16|32)(\.{0,2})(t?)$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is no duration.`);
  const dotted = [1, 1.5, 1.75][match[2].length];
  return (4 / Number(match[1])) * dotted * (match[3] ? 2 / 3 : 1);
}

interface Draft {
  start: number;
  written: number;
  length: number;
  pitches: number[];
  velocity: number;
  accent: number;
  tied: boolean;
}

function joinTies(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined[joined.length - 1] as Draft | undefined;
    if (last?.tied && last.pitches.join() === draft.pitches.join()) {
      last.length = last.written + draft.length;
      last.written += draft.written;
      last.tied = draft.tied;
    } else joined.push({ ...draft });
  }
  return joined;
}

/** Reads a line; `beatsPerBar` lets bar lines be checked. Throws when one falls in the wrong place. */
export function line(text: string, beatsPerBar: number): Note[] {
  const drafts: Draft[] = [];
  let now = 0;
  let written = 1;
  let velocity = DYNAMICS.mf;
  let hairpinFrom: number | undefined;
  for (const token of text.trim().split(/\s+/)) {
    if (token === '|') {
      const bars = now / beatsPerBar;
      if (Math.abs(bars - Math.round(bars)) > 1e-6)
        throw new RangeError(`Bar line at beat ${now} in "${text}".`);
      continue;
    }
    if (token === '<' || token === '>') {
      hairpinFrom = drafts.length;
      continue;
    }
    if (token in DYNAMICS) {
      const dynamic = DYNAMICS[token];
      const open = hairpinFrom;
      if (open !== undefined) {
        const span = drafts.length - open;
        drafts.slice(open).forEach((d, i) => (d.velocity = velocity + ((dynamic - velocity) * i) / span));
        hairpinFrom = undefined;
      }
      velocity = dynamic;
      continue;
    }
    const match = /^([A-G][#b]*-?\d(?:\+[A-G][#b]*-?\d)*|r)(?::(\d+\.*t?))?([!'_~]*)$/.exec(token);
    if (!match) throw new RangeError(`"${token}" is neither a note nor a mark.`);
    if (match[2]) written = durationBeats(match[2]);
    const marks = match[3];
    if (match[1] !== 'r') {
      const gate = marks.includes("'") ? STACCATO : marks.includes('_') ? 1 : GATE;
      drafts.push({
        start: now,
        written,
        length: written * gate,
        pitches: match[1].split('+').map(pitch),
        velocity,
        accent: marks.includes('!') ? ACCENT : 0,
        tied: marks.includes('~'),
      });
    }
    now += written;
  }
  return joinTies(drafts).flatMap((d) =>
    d.pitches.map((p) => ({
      start: d.start,
      length: d.length,
      pitch: p,
      velocity: Math.min(127, Math.round(d.velocity + d.accent)),
    })),
  );
}
