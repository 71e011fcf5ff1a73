import { requireNotReady, requireReady } from './readiness.ts';

type Handler = (request: Request) => Response | Promise<Response>;

interface CustomScheme {
  scheme: string;
  privileges: Record<string, boolean>;
}

const handlers = new Map<string, Handler>();

export const protocol = {
  /** What was registered, for tests. */
  schemes: [] as CustomScheme[],

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    requireNotReady('protocol.registerSchemesAsPrivileged');
    protocol.schemes = schemes;
  },

  handle(scheme: string, handler: Handler): void {
    requireReady('protocol.handle');
    handlers.set(scheme, handler);
  },

  /** What a page would get: a handler that throws is an error of the network. */
  async respond(scheme: string, request: Request): Promise<Response> {
    const handler = handlers.get(scheme);
    if (handler === undefined) throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
    return await handler(request);
  },
};
