export { mixdown } from './mixdown';
export { kWeight } from './k-weight';
export { resample } from './resample';
export { melClip } from './mel';
