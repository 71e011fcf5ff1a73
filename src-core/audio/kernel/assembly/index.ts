/* eslint-disable -- AssemblyScript, checked by its own compiler */
// @ts-nocheck
export { mixdown } from './mixdown';
export { kWeight } from './k-weight';
export { resample } from './resample';
export { melClip } from './mel';
