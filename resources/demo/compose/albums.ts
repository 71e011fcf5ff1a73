/** The invented artists and albums of the demo library. */

/** One album: its tags, and the name of its cover in `covers/`. */
export interface Album {
  readonly artist: string;
  readonly title: string;
  readonly year: number;
  readonly genre: string;
}

/** Albums by key. */
export const ALBUMS = {
  rooms: { artist: 'Marit Ellensburg', title: 'Rooms at Dusk', year: 2019, genre: 'Neoclassical' },
  drift: { artist: 'Marit Ellensburg', title: 'Drift Charts', year: 2024, genre: 'Ambient' },
  winter: { artist: 'Saltmarsh Sinfonia', title: 'The Long Winter', year: 2021, genre: 'Orchestral' },
  bandstand: { artist: 'Saltmarsh Sinfonia', title: 'Bandstand', year: 2023, genre: 'March' },
  hearth: { artist: 'Lantern & Loom', title: 'Hearth and Hill', year: 2018, genre: 'Folk' },
  shoes: { artist: 'Copper Street Seven', title: 'Sunday Shoes', year: 2020, genre: 'Jazz' },
  cartridge: { artist: 'Pier Nine Arcade', title: 'Cartridge Summer', year: 2017, genre: 'Chiptune' },
  circuit: { artist: 'Pier Nine Arcade', title: 'Night Circuit', year: 2022, genre: 'Synthwave' },
  furnace: { artist: 'Anvil Choirworks', title: 'Furnace Hymns', year: 2016, genre: 'Metal' },
} as const satisfies Record<string, Album>;

/** Key of an album. */
export type AlbumKey = keyof typeof ALBUMS;
