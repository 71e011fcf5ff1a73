import { SegueError } from '../../src-core/contract/errors.ts';

/** https://wicg.github.io/document-picture-in-picture */
interface DocumentPictureInPicture {
  readonly requestWindow: (options: { readonly width: number; readonly height: number }) => Promise<Window>;
}

const SIZE = { width: 380, height: 172 };

export interface MiniWindow {
  readonly body: HTMLElement;
  readonly close: () => void;
  readonly onClosed: (listener: () => void) => void;
}

/**
 * Opens a small window that stays above all others, dressed as the page is and keeps being.
 *
 * @throws {SegueError} 'usage' where there are no such windows; the sentence says what to do instead
 */
export async function openMiniWindow(): Promise<MiniWindow> {
  const pictureInPicture = (window as { documentPictureInPicture?: DocumentPictureInPicture })
    .documentPictureInPicture;
  // Electron has the call, and refuses it.
  const opened = await pictureInPicture?.requestWindow(SIZE).catch(() => undefined);
  if (!opened) {
    throw new SegueError(
      'usage',
      'There are no small windows here. Make this one as low as it gets: it becomes the mini player.',
    );
  }
  const { document: page } = opened;
  page.title = 'Segue';
  page.documentElement.lang = 'en';
  for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]')) {
    page.head.append(page.importNode(sheet, true));
  }
  const dress = (): void => {
    const [from, to] = [document.documentElement, page.documentElement];
    to.style.cssText = from.style.cssText;
    for (const name of ['data-theme', 'data-contrast']) {
      const value = from.getAttribute(name);
      if (value === null) to.removeAttribute(name);
      else to.setAttribute(name, value);
    }
  };
  dress();
  const observer = new MutationObserver(dress);
  observer.observe(document.documentElement, { attributes: true });
  opened.addEventListener('pagehide', () => observer.disconnect());
  return {
    body: page.body,
    close: () => opened.close(),
    onClosed: (listener) => opened.addEventListener('pagehide', listener),
  };
}
