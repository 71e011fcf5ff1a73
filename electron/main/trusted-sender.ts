import { APP_ORIGIN } from './addresses.ts';

/** What a sender is judged by. */
export interface Sender {
  readonly senderFrame: { readonly origin: string; readonly parent: object | null } | null;
  readonly sender: object;
}

/** Whether a message comes from the main frame of our own window while it shows our own page. */
export function isTrusted({ senderFrame, sender }: Sender, page: object | null): boolean {
  return (
    page !== null &&
    sender === page &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === APP_ORIGIN
  );
}
