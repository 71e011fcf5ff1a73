import { defineConfig, mergeConfig } from 'vite';
import player from '../../vite.config.ts';

/** The page of all elements, for those who build the interface. The product's build does not know of it. */
export default mergeConfig(
  player,
  defineConfig({
    server: { host: '127.0.0.1', open: '/gallery/index.html' },
    build: {
      outDir: '../dist/gallery',
      rollupOptions: { input: `${import.meta.dirname}/index.html` },
    },
  }),
);
