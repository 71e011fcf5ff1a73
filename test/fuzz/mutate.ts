import type { Random } from '../support/random.ts';

/** Ways in which bytes go bad; several may strike at once. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let n = 1 + random.below(3); n > 0; n--) result = once(result, random);
  return result;
}

function once(bytes: Buffer, { below, pick }: Random): Buffer {
  const size = bytes.length;
  if (size === 0) return bytes;
  const at = below(size);
  const length = 1 + below(Math.min(400, size));
  switch (below(9)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      for (let flips = 1 + below(200); flips > 0; flips--) bytes[below(size)] ^= 1 << below(8);
      return bytes;
    case 2:
      // Headers decide the most.
      for (let flips = 1 + below(6); flips > 0; flips--) bytes[below(Math.min(512, size))] ^= 1 << below(8);
      return bytes;
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]);
    case 5:
      for (let i = at; i < Math.min(size, at + length); i++) bytes[i] = below(256);
      return bytes;
    case 6:
      if (size >= 4) bytes.writeUInt32BE(pick(EXTREMES), Math.min(at, size - 4));
      return bytes;
    case 7:
      if (size >= 4) bytes.writeUInt32LE(pick(EXTREMES), Math.min(at, size - 4));
      return bytes;
    default:
      bytes.fill(pick([0, 0xff]), at, Math.min(size, at + length));
      return bytes;
  }
}

/** Sizes and counts that overflow something. */
const EXTREMES = [
  0, 1, 0x7f, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff, 0x1000_0000,
];

/** Texts that a tag, a name or a line may hold to do harm. */
export function hostileText({ below, pick }: Random): string {
  return Array.from({ length: 1 + below(3) }, () => pick(TEXTS)()).join('');
}

const TEXTS: readonly (() => string)[] = [
  () => '<script>globalThis.hacked = true</script>',
  () => '<img src=x onerror="globalThis.hacked = true">',
  () => '"><style>*{display:none}</style>',
  () => 'javascript:alert(1)',
  () => '\u202egnp.exe\u202c',
  () => '\u2066\u2069\u200f\u0000\u0007\u001b[2J',
  () => '\ud800',
  () => '../../../../etc/passwd',
  () => '/etc/passwd',
  () => 'file:///etc/passwd',
  () => '\\\\evil.example\\share\\x.mp3',
  () => 'http://evil.example/x.mp3',
  () => '%2e%2e%2f%00',
  () => 'x'.repeat(1_000_000),
  () => 'e\u0301'.repeat(1000),
  () => '👩‍👩‍👧‍👦'.repeat(100),
  () => 'Ordinary',
  () => '',
  () => '${7*7}{{7*7}}',
  () => "'; DROP TABLE tracks; --",
];
