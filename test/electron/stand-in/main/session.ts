import { mainCalls } from './chromium-calls.ts';

type BeforeRequest = (details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void;

/** The default session. What is set is kept for tests to call. */
class Session {
  requestHandler: unknown = null;
  checkHandler: unknown = null;
  deviceHandler: unknown = null;
  displayMediaHandler: unknown = null;
  isSpellChecking = true;
  beforeRequest: BeforeRequest | null = null;
  readonly webRequest = { onBeforeRequest: (listener: BeforeRequest) => (this.beforeRequest = listener) };

  setPermissionRequestHandler(handler: unknown): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: unknown): void {
    this.checkHandler = handler;
  }

  setDevicePermissionHandler(handler: unknown): void {
    this.deviceHandler = handler;
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    this.displayMediaHandler = handler;
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellChecking = isEnabled;
  }
}

export const session = { defaultSession: new Session() };

export function mayRequest(url: string): boolean {
  let isCancelled = false;
  session.defaultSession.beforeRequest?.({ url }, ({ cancel }) => (isCancelled = cancel === true));
  return !isCancelled;
}

mainCalls.mayRequest = mayRequest;
