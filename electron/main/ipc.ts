import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import * as v from 'valibot';
import { SegueError } from '../../src-core/contract/errors.ts';
import { isTrusted } from './trusted-sender.ts';

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
