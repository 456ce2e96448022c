import { call, type Settings } from '../door';
import { frame } from './frame.svelte';
import { remember, remembered } from './remembered';
import { speak } from './words/index.svelte';

/** What holds until the core has answered: the window of the last time. */
const FIRST: Settings = {
  theme: 'system',
  density: 'comfortable',
  interval_minutes: 15,
  collect: true,
  notifications: true,
  quiet_hours: '',
  read_on_open: true,
  language: 'en',
  export_preset: 'excel',
  proxy: '',
};

class SettingsInUse {
  value = $state<Settings>(remembered('settings', FIRST));

  /** Reads them from the core. */
  async read(): Promise<void> {
    try {
      this.#take(await call('settings'));
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Changes some; they hold at once, and go back when the core refuses. */
  async change(some: Partial<Settings>): Promise<void> {
    const before = this.value;
    this.#take({ ...before, ...some });
    try {
      this.#take(await call('save_settings', { ...before, ...some }));
    } catch (cause) {
      this.#take(before);
      frame.report(cause);
    }
  }

  #take(value: Settings): void {
    this.value = value;
    speak(value.language);
    remember('settings', value);
  }
}

/** The settings in use. */
export const settings = new SettingsInUse();

/** Puts the classes of a theme on the document, as the system has it where the theme says so. */
export function wear(theme: string, systemDark: boolean): void {
  const dark = theme === 'dark' || (theme !== 'light' && systemDark);
  document.documentElement.classList.toggle('dark', dark);
  document.documentElement.classList.toggle('contrast', theme === 'contrast');
}
