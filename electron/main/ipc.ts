import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import * as v from 'valibot';
import { SegueError } from '../../src-core/contract/errors.ts';
import { APP_ORIGIN } from './schemes.ts';

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

/** Answers one channel, for our own page and for arguments that fit the schema only. */
export function answer<const Arguments extends v.GenericSchema<unknown, readonly unknown[]>>(
  channel: string,
  page: () => WebContents | null,
  schema: Arguments,
  handler: (...args: v.InferOutput<Arguments>) => unknown,
): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    if (!isTrusted(event, page())) {
      throw new SegueError('usage', 'The message does not come from Segue’s own page and was refused.');
    }
    const { success, output } = v.safeParse(schema, args);
    if (!success) throw new SegueError('usage', 'The message’s content is not what was asked for.');
    return handler(...output);
  });
}
