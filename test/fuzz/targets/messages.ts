import {
  METHODS,
  serveApi,
  type MethodName,
  type SegueMethods,
} from '../../../src-core/contract/api/index.ts';
import { ERROR_CODES } from '../../../src-core/contract/errors.ts';
import * as v from 'valibot';
import { hostileText } from '../mutate.ts';
import { promise, type Case, type Target } from '../target.ts';

const NAMES = Object.keys(METHODS) as MethodName[];

/** Whatever is sent, a method is called only with arguments that fit, and every answer is a result or a coded reason. */
export const sendMessages: Target = async (it) => {
  const posted: unknown[] = [];
  let receive: (message: unknown) => void = () => undefined;
  let malformed = 0;
  const api = Object.fromEntries(
    NAMES.map((name) => [
      name,
      (...parameters: unknown[]) =>
        promise(v.is(METHODS[name].parameters, parameters), `${name} was called unfit`),
    ]),
  ) as unknown as SegueMethods;
  const internal: unknown[] = [];
  const player = serveApi(
    api,
    { post: (message) => posted.push(message), listen: (listener) => (receive = listener) },
    { onMalformed: () => malformed++, onInternalError: (error) => internal.push(error) },
  );
  budget = MOST_VALUES;
  for (let n = 0; n < 20; n++) receive(structuredClone(message(it, n)));
  // Answers come when all that was received has been seen to.
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
  player.close();
  promise(internal.length === 0, `inside: ${String(internal[0])}`);
  for (const answer of posted as { r?: { ok?: boolean; error?: { code: string } } }[]) {
    const code = answer.r?.error?.code;
    promise(
      answer.r?.ok === true || (ERROR_CODES as readonly unknown[]).includes(code),
      `an answer ${JSON.stringify(answer)}`,
    );
    promise(code !== 'internal', `it failed inside: ${JSON.stringify(answer)}`);
  }
};

function message(it: Case, n: number): unknown {
  const name = it.pick([...NAMES, '__proto__', 'constructor', 'toString', hostileText(it).slice(0, 100)]);
  const call = { t: 'q', i: String(n), m: name, a: Array.from({ length: it.below(4) }, () => value(it, 0)) };
  switch (it.below(6)) {
    case 0:
      return value(it, 0);
    case 1:
      return { ...call, [it.pick(['t', 'i', 'm', 'a'])]: value(it, 0) };
    case 2:
      return { t: 's', i: value(it, 0), r: value(it, 0) };
    default:
      return call;
  }
}

/** Values of one case; what is wider is no likelier to be let in. */
const MOST_VALUES = 30_000;
let budget = MOST_VALUES;

/** Any value that can cross a border, deep and wide ones and those that numbers trip over. */
function value(it: Case, depth: number): unknown {
  const { below, pick } = it;
  budget--;
  switch (below(depth > 4 || budget < 0 ? 4 : 7)) {
    case 0:
      return pick([0, 1, -1, 0.5, NaN, Infinity, -0, 2 ** 53, 1e308, 12_345]);
    case 1:
      // A copy: a slice would keep the whole text in memory.
      return Buffer.from(hostileText(it).slice(0, below(50) === 0 ? 100_000 : 200)).toString();
    case 2:
      return pick([null, undefined, true, false]);
    case 3:
      return pick(['library', 'album', 'flow', 'title', 'off', 'all', 'x', '/music']);
    case 4:
      return Array.from({ length: below(below(50) === 0 ? 20_000 : 5) }, () => value(it, depth + 2));
    default:
      return Object.fromEntries(Array.from({ length: below(6) }, () => [pick(KEYS), value(it, depth + 1)]));
  }
}

const KEYS = [
  ...['kind', 'offset', 'limit', 'sort', 'filter', 'list', 'albumId', 'playlistId', 'entryId', 'reason'],
  ...[
    'atSeconds',
    '__proto__',
    'constructor',
    'arousal',
    'valence',
    'search',
    'theme',
    'volume',
    'what',
    'then',
  ],
];
