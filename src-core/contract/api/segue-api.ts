import type * as v from 'valibot';
import type { EVENTS, EventName } from './events.ts';
import type { METHODS, MethodName } from './methods.ts';

export type MethodArguments<Name extends MethodName> = v.InferOutput<(typeof METHODS)[Name]['parameters']>;
export type MethodResult<Name extends MethodName> = v.InferOutput<(typeof METHODS)[Name]['result']>;
export type EventPayload<Name extends EventName> = v.InferOutput<(typeof EVENTS)[Name]>;

/**
 * What the player asks of the core. Every method may reject with a SegueError: 'invalid-request' where arguments do
 * not fit, 'unknown-id' where something named by id is not there (any more), 'disconnected' where the core is out of
 * reach, and the database's codes.
 */
export type SegueApi = {
  readonly [Name in MethodName]: (...parameters: MethodArguments<Name>) => Promise<MethodResult<Name>>;
};

/** The API as the core implements it: what is at hand at once needs no promise. */
export type SegueMethods = {
  readonly [Name in MethodName]: (
    ...parameters: MethodArguments<Name>
  ) => MethodResult<Name> | Promise<MethodResult<Name>>;
};

/** What the core tells the player: a listener for each event. */
export type SegueEvents = {
  readonly [Name in EventName]: (payload: EventPayload<Name>) => void;
};

/** Tells every connected player. */
export type Broadcast = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
