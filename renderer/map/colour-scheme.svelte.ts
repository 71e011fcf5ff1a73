import type { ColourScheme } from './mood-colours.ts';

/** Whether the page is light or dark at the moment, by choice or as the system has it. */
export function colourScheme(theme: () => 'system' | 'light' | 'dark'): { readonly current: ColourScheme } {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let systemIsDark = $state(dark.matches);
  $effect(() => {
    const follow = (): boolean => (systemIsDark = dark.matches);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  });
  return {
    get current() {
      const chosen = theme();
      return chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen;
    },
  };
}
