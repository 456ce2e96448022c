import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './lib/style/tokens.css';
import './lib/style/base.css';
import './lib/style/controls.css';
import './lib/style/frame.css';
import './lib/style/facets.css';
import './lib/style/rows.css';
import './lib/style/reading.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('window');
if (target) mount(App, { target });
