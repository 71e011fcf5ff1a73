import { mount } from 'svelte';
import '@fontsource-variable/inter/wght.css';
import '../design/tokens.css';
import '../design/base.css';
import '../design/controls.css';
import Gallery from './Gallery.svelte';

mount(Gallery, { target: document.getElementById('app')! });
