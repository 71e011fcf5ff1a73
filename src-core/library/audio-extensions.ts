/** Endings of files that can be decoded; what is inside is found out by reading, not by the name. */
const AUDIO_EXTENSIONS = new Set(
  'mp3 flac ogg oga opus m4a m4b mp4 aac wav wave aif aiff aifc wma'.split(' '),
);

/** Endings of music that Segue cannot decode; named in the outcome so that nobody wonders where it is. */
const UNDECODABLE_EXTENSIONS = new Map([
  ['ape', "Monkey's Audio"],
  ['wv', 'WavPack'],
  ['mpc', 'Musepack'],
  ['tta', 'True Audio'],
  ['dsf', 'DSD'],
  ['dff', 'DSD'],
  ['ra', 'RealAudio'],
  ['mka', 'Matroska audio'],
]);

/** What a file's name promises. */
export type NamedKind =
  { readonly kind: 'audio' | 'other' } | { readonly kind: 'undecodable'; readonly format: string };

export function kindByName(fileName: string): NamedKind {
  const dot = fileName.lastIndexOf('.');
  const extension = dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase();
  if (AUDIO_EXTENSIONS.has(extension)) return { kind: 'audio' };
  const format = UNDECODABLE_EXTENSIONS.get(extension);
  return format === undefined ? { kind: 'other' } : { kind: 'undecodable', format };
}
