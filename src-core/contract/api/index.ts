/** The one interface between the player and its core. */
export * from './shapes.ts';
export * from './track.ts';
export * from './library.ts';
export * from './folders.ts';
export * from './opened.ts';
export * from './queue.ts';
export * from './playback.ts';
export * from './playlists.ts';
export * from './settings.ts';
export * from './backup.ts';
export * from './diagnostics.ts';
export * from './methods.ts';
export * from './events.ts';
export type * from './segue-api.ts';
export * from './media-address.ts';
export * from './channel.ts';
export * from './serve-api.ts';
export * from './connect-api.ts';
