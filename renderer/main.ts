import { mount } from 'svelte';
import '@fontsource-variable/inter/wght.css';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import App from './App.svelte';
import { openBridge } from './bridge/open-bridge.ts';

mount(App, { target: document.getElementById('app')!, props: { bridge: openBridge() } });
