import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Addresses are relative: the same build is served under a server's tokened path and as `app://segue/`. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [svelte()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    // Fonts and icons stay files: the page's policy allows no data addresses for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
