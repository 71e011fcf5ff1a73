import type { Page } from 'playwright';

/** A view in a state that is worth a picture. */
export interface Scene {
  /** Of its files. */
  readonly name: string;
  /** Brings the page there, and waits until everything that belongs to it is shown. By role and name only. */
  readonly show: (page: Page) => Promise<void>;
  /** Not for the front page: it shows where files lie on this computer, or differs little from another. */
  readonly isForTestsAlone?: true;
}

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => void (location.hash = to), hash);

const tracks = (page: Page) => page.getByRole('grid', { name: 'Tracks' }).getByRole('row');

/** At an address, once something there can be read. */
function at(hash: string, seen: (page: Page) => Promise<unknown>): Scene['show'] {
  return async (page) => {
    await goTo(page, hash);
    await seen(page);
  };
}

const heading = (name: string) => (page: Page) =>
  page.getByRole('heading', { name, exact: true }).first().waitFor();

const firstTrack = (page: Page) => tracks(page).nth(1).waitFor();

/** Follows the link to the last of a list. */
const lastOf = (hash: string, list: string): Scene['show'] =>
  at(hash, async (page) => {
    await page.getByRole('list', { name: list }).getByRole('link').last().click();
    await firstTrack(page);
  });

export const SCENES: readonly Scene[] = [
  {
    name: 'now-playing',
    show: at('#/now-playing', (page) => page.getByRole('complementary', { name: 'Up next' }).waitFor()),
  },
  {
    name: 'now-playing-drawn',
    show: async (page) => {
      await page.route('**/art/*', (route) => route.abort());
      await page.reload();
      await at('#/now-playing', (page) => page.getByRole('complementary', { name: 'Up next' }).waitFor())(
        page,
      );
      await page.getByRole('img', { name: /^Landscape of/ }).waitFor();
      await page.unroute('**/art/*');
    },
  },
  { name: 'queue', show: at('#/queue', heading('Queue')) },
  {
    name: 'mood-map',
    show: at('#/map', (page) => page.getByRole('application', { name: 'Mood map' }).waitFor()),
  },
  { name: 'library-tracks', show: at('#/library', firstTrack) },
  {
    name: 'library-selection',
    show: async (page) => {
      await goTo(page, '#/library');
      await tracks(page).nth(2).click();
      await tracks(page)
        .nth(5)
        .click({ modifiers: ['Shift'] });
      await page.getByRole('toolbar', { name: 'Selected tracks' }).waitFor();
    },
  },
  {
    name: 'library-menu',
    isForTestsAlone: true,
    show: async (page) => {
      await goTo(page, '#/library');
      await tracks(page).nth(3).click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'library-albums',
    show: at('#/library/albums', (page) => page.getByRole('listitem').first().waitFor()),
  },
  { name: 'library-album', show: lastOf('#/library/albums', 'Albums') },
  {
    name: 'library-artists',
    isForTestsAlone: true,
    show: at('#/library/artists', (page) => page.getByRole('listitem').first().waitFor()),
  },
  { name: 'library-artist', isForTestsAlone: true, show: lastOf('#/library/artists', 'Artists') },
  {
    name: 'library-genres',
    isForTestsAlone: true,
    show: at('#/library/genres', (page) => page.getByRole('listitem').first().waitFor()),
  },
  { name: 'library-folder', isForTestsAlone: true, show: at('#/library/folder/1', heading('Demo library')) },
  {
    name: 'library-no-match',
    show: async (page) => {
      await goTo(page, '#/library');
      await page.getByRole('searchbox', { name: 'Search the library' }).fill('xylophone concerto');
      await page.getByRole('heading', { name: 'No matches' }).waitFor();
    },
  },
  {
    name: 'track-details',
    isForTestsAlone: true,
    show: async (page) => {
      await goTo(page, '#/library');
      await tracks(page).nth(1).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Details' }).click();
      await page.getByRole('dialog').getByText('Loudness').waitFor();
    },
  },
  { name: 'playlists', show: at('#/playlists', heading('Playlists')) },
  { name: 'playlist', show: lastOf('#/playlists', 'Playlists') },
  { name: 'history', show: at('#/history', heading('History')) },
  { name: 'folders', show: at('#/folders', heading('Folders')) },
  { name: 'settings-playback', isForTestsAlone: true, show: at('#/settings', heading('Playback')) },
  { name: 'settings-appearance', show: at('#/settings/appearance', heading('Appearance')) },
  { name: 'settings-taste', isForTestsAlone: true, show: at('#/settings/taste', heading('Your taste')) },
  { name: 'settings-models', show: at('#/settings/models', heading('Hearing')) },
  { name: 'settings-data', isForTestsAlone: true, show: at('#/settings/data', heading('Backup')) },
  {
    name: 'settings-keyboard',
    isForTestsAlone: true,
    show: at('#/settings/keyboard', heading('Everywhere')),
  },
];
