import { describe } from 'vitest';
import type { Host } from '../support/host.ts';
import { browsing } from './browsing.ts';
import { appearance } from './appearance.ts';
import { brokenFile } from './broken-file.ts';
import { coreDeath } from './core-death.ts';
import { crossfade } from './crossfade.ts';
import { firstRun } from './first-run.ts';
import { hostileTags } from './hostile-tags.ts';
import { indexing } from './indexing.ts';
import { manyTracks } from './many-tracks.ts';
import { onBeat } from './on-beat.ts';
import { miniPlayer } from './mini-player.ts';
import { moodMap } from './mood-map.ts';
import { openedFiles } from './opened-files.ts';
import { playlists } from './playlists.ts';
import { queue } from './queue.ts';
import { resume } from './resume.ts';
import { rules } from './rules.ts';
import { seam } from './seam.ts';
import { search } from './search.ts';
import { selecting } from './selecting.ts';
import { steering } from './steering.ts';
import { transport } from './transport.ts';
import { watching } from './watching.ts';
import { ways } from './ways.ts';

/** What a listener does with Segue, by role and name only, in whatever host it runs. */
export function playerSuite(host: Host): void {
  describe('the first run', () => firstRun(host));
  describe('indexing', () => indexing(host));
  describe('the transport', () => transport(host));
  describe('coming back', () => resume(host));
  describe('search', () => search(host));
  describe('the lists of the library', () => browsing(host));
  describe('selected tracks', () => selecting(host));
  describe('playlists', () => playlists(host));
  describe('the queue', () => queue(host));
  describe('steering the queue', () => steering(host));
  describe('the ways of the queue', () => ways(host));
  describe('the rules of the queue', () => rules(host));
  describe('the appearance', () => appearance(host));
  describe('the mini player', () => miniPlayer(host));
  describe('the mood map', () => moodMap(host));
  describe('files that are opened', () => openedFiles(host));
  describe('a watched folder', () => watching(host));
  describe('a broken file', () => brokenFile(host));
  describe('hostile tags', () => hostileTags(host));
  describe('the death of the core', () => coreDeath(host));
}

/** The same where two decks sound together, which must be heard in its time: nothing that draws much may run beside it. */
export function soundSuite(host: Host): void {
  describe('a crossfade', () => crossfade(host));
  describe('a crossfade of two beats', () => onBeat(host));
  describe('the seam', () => seam(host));
  describe('many track changes', () => manyTracks(host));
}
