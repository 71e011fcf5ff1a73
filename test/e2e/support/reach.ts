import type { Page } from 'playwright';

/** What can be pressed or typed into and lies beside the window, where nothing scrolls to it. Read in the page itself. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrollsSideways = (element: Element): boolean => {
      const { overflowX } = getComputedStyle(element);
      return overflowX === 'auto' || overflowX === 'scroll';
    };
    const isWithinScroller = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (scrollsSideways(at) && at.scrollWidth > at.clientWidth && !at.matches('main')) return true;
      }
      return false;
    };
    const controls = document.querySelectorAll(
      'button, a[href], input, [role="slider"], [role="switch"], h1, h2',
    );
    return [...controls]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
        return (left < -1 || right > innerWidth + 1) && !isWithinScroller(element);
      })
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

/** The focused element, where nothing shows that it has the focus; null where something does. */
export function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const isSeen = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    return isSeen ? null : element.outerHTML.slice(0, 160);
  });
}
