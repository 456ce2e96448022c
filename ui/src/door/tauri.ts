import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Transport } from './calls';
import type { Change } from './types';

/** The way through the desktop shell: one command and one event. */
export const tauri: Transport = {
  send: (name, payload) => invoke('call', { name, payload }),
  listen(heard) {
    const listening = listen<Change>('changed', (event) => heard(event.payload));
    return () => void listening.then((end) => end());
  },
};
