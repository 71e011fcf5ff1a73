import { mount } from 'svelte';
import '@fontsource-variable/inter/wght.css';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import App from './App.svelte';
import { openBridge } from './bridge/open-bridge.ts';

// What is laid out before its letters are there would move when they come.
await document.fonts.load('1rem "Inter Variable"').catch(() => []);
mount(App, { target: document.getElementById('app')!, props: { bridge: openBridge() } });
