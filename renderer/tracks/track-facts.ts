import type { TrackDetails } from '../../src-core/contract/api/index.ts';
import { dateAndTime } from '../format/date.ts';
import { fileSize } from '../format/file-size.ts';
import { clockTime } from '../format/duration.ts';

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What is known of a track, in words; what is not is left out. */
export function trackFacts(track: TrackDetails): Fact[] {
  const facts: (Fact | false)[] = [
    { name: 'File', value: track.path },
    track.missing && { name: 'Missing', value: 'The file was gone when Segue last looked.' },
    { name: 'Format', value: formatOf(track) },
    track.durationSeconds !== null && { name: 'Length', value: clockTime(track.durationSeconds) },
    track.genre !== null && { name: 'Genre', value: track.genre },
    track.loudnessLufs !== null && { name: 'Loudness', value: `${track.loudnessLufs.toFixed(1)} LUFS` },
    track.samplePeak !== null && { name: 'Peak', value: peakOf(track.samplePeak) },
    silenceOf(track),
    track.modelVersion !== null && { name: 'Heard with', value: `model ${track.modelVersion.slice(0, 12)}` },
    track.analysedAtMs !== null && { name: 'Heard', value: dateAndTime(track.analysedAtMs) },
    { name: 'Added', value: dateAndTime(track.addedAtMs) },
    track.lastPlayedAtMs !== null && { name: 'Last played', value: dateAndTime(track.lastPlayedAtMs) },
  ];
  return facts.filter((fact) => fact !== false);
}

function formatOf({ path, sampleRateHz, channels, sizeBytes }: TrackDetails): string {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1];
  return [
    ending?.toUpperCase(),
    sampleRateHz === null ? undefined : `${sampleRateHz / 1000} kHz`,
    channels === null
      ? undefined
      : channels === 1
        ? 'mono'
        : channels === 2
          ? 'stereo'
          : `${channels} channels`,
    fileSize(sizeBytes),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** In decibels below full scale, as people know it from meters. */
function peakOf(peak: number): string {
  return peak === 0 ? 'silence' : `${(20 * Math.log10(peak)).toFixed(1)} dBFS`;
}

function silenceOf({ leadingSilenceSeconds, trailingSilenceSeconds }: TrackDetails): Fact | false {
  const parts = [
    leadingSilenceSeconds !== null &&
      leadingSilenceSeconds >= 0.1 &&
      `${leadingSilenceSeconds.toFixed(1)} s before`,
    trailingSilenceSeconds !== null &&
      trailingSilenceSeconds >= 0.1 &&
      `${trailingSilenceSeconds.toFixed(1)} s after`,
  ].filter((part) => part !== false);
  return parts.length > 0 && { name: 'Silence', value: parts.join(', ') };
}
