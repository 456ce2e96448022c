import { call, type Catalogue, type CatalogueOrder, type OfficialSource } from '../../door';
import { frame } from '../../lib/frame.svelte';
import { t } from '../../lib/words/index.svelte';
import { followed } from './followed.svelte';

/** How long after the last key the catalogue is asked, in ms. */
const PAUSE = 120;

/** One look into the catalogue of official sources. */
export class Look {
  order = $state<CatalogueOrder>({ words: '', country: null, topic: null, language: null, kind: null });
  found = $state<Catalogue | null>(null);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Changes what is asked for, and asks when no more keys come. */
  change(part: Partial<CatalogueOrder>): void {
    this.order = { ...this.order, ...part };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), PAUSE);
  }

  /** Asks for what the order says; an answer that was overtaken is dropped. */
  async ask(): Promise<void> {
    const mine = ++this.#turn;
    try {
      const found = await call('catalogue', this.order);
      if (mine === this.#turn) this.found = found;
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Follows a source of it. */
  async follow({ official }: OfficialSource): Promise<void> {
    try {
      await call('follow_official', { url: official.url });
      frame.say(t().sources.followed(official.name));
      await Promise.all([this.ask(), followed.read()]);
      void frame.refresh();
    } catch (cause) {
      frame.report(cause);
    }
  }
}

/** Whether what was typed is words to look for, and no address. */
export function isWords(typed: string): boolean {
  const text = typed.trim();
  return text.length > 1 && !/[:/]|\S\.\S/.test(text);
}
