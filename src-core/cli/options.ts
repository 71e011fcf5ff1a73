import { InvalidArgumentError, Option } from 'commander';
import type { MoodPoint } from '../contract/mood.ts';

export const dbOption = (): Option =>
  new Option('--db <file>', "the library's database (default: library.db in the data folder)");

export const jsonOption = (): Option => new Option('--json', 'print JSON instead of text');

export const workersOption = (): Option =>
  new Option('--workers <n>', 'tracks analysed at once (default: one less than the processors)').argParser(
    wholeNumberFrom(1, 64),
  );

/** A parser for whole numbers between two bounds, both included. */
export function wholeNumberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** Parses `A,V`: arousal and valence, each in [-1, 1]. */
export function parseMoodPoint(text: string): MoodPoint {
  const parts = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (parts.length !== 2 || !parts.every((value) => value >= -1 && value <= 1)) {
    throw new InvalidArgumentError('Give arousal and valence as A,V, each from -1 to 1, such as -0.3,0.4.');
  }
  return { arousal: parts[0], valence: parts[1] };
}
