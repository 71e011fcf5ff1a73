import { appendFileSync } from 'node:fs';
import net from 'node:net';
import process from 'node:process';

/*
 * Loaded into every process that tests start, of whichever Node: a connection to anywhere but this computer is refused and
 * written down, and fails the run at its end, whatever became of it where it was asked for.
 */
const { connect } = net.Socket.prototype;
const { SEGUE_TEST_NETWORK_LOG: log } = process.env;

net.Socket.prototype.connect = function (...parameters) {
  const host = hostOf(parameters);
  if (host !== null && !isLoopback(host)) {
    if (log !== undefined) appendFileSync(log, `${host} from ${process.argv.slice(1).join(' ')}\n`);
    throw new Error(`A test may not connect to ${host}.`);
  }
  return Reflect.apply(connect, this, parameters);
};

/** Null for a pipe, or where none is named, which is this computer. */
function hostOf(parameters) {
  // As net.connect hands them on.
  const [first, second] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (typeof first === 'object' && first !== null) return first.host ?? null;
  return typeof second === 'string' ? second : null;
}

function isLoopback(host) {
  return host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.');
}
