import { mount } from 'svelte';
import '@fontsource-variable/inter/wght.css';
import './design/tokens.css';
import './design/base.css';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
