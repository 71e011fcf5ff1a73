import { createHash } from 'node:crypto';

/**
 * The version of a model made of several files: curves of one version are comparable, so it covers everything that
 * changes them, the weights (by their own hashes) and the normalisations.
 * @returns 16 hexadecimal digits of a SHA-256
 */
export function combinedVersion(...parts: readonly (string | object)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
