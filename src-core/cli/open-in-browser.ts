import open from 'open';
import { notice } from './notice.ts';

/** Opens an address in the default browser; where that fails the address on the screen has to do. */
export async function openInBrowser(url: string): Promise<void> {
  const wentWrong = (): void => notice('no browser could be opened: open the address above yourself.');
  try {
    const browser = await open(url);
    // A program that is missing fails only after it was started.
    browser.on('error', wentWrong);
    browser.unref();
  } catch {
    wentWrong();
  }
}
