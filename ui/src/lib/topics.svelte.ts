import { call, type TopicFault, type TopicsView } from '../door';
import { frame } from './frame.svelte';

/** How long after the last key the file is read, in ms. */
const PAUSE = 300;

/** The topics, and the user's file of them as it is being written. */
class Topics {
  view = $state<TopicsView | null>(null);
  /** The file as written; saved when it is `view.file`. */
  file = $state('');
  /** What is wrong with the file as written, line by line. */
  faults = $state<TopicFault[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether something was written that is not saved. */
  get changed(): boolean {
    return this.view !== null && this.file !== this.view.file;
  }

  /** Fetches the topics; what was written and not saved stays. */
  async load(): Promise<void> {
    const keep = this.changed;
    try {
      this.view = await call('topics');
      if (!keep) this.file = this.view.file;
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Takes the file as it is written now and has it read. */
  write(file: string): void {
    this.file = file;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), PAUSE);
  }

  /** Adds a row at the end of the file. */
  add(row: readonly [topic: string, lang: string, weight: string, words: string]): void {
    const before = this.file === '' || this.file.endsWith('\n') ? this.file : `${this.file}\n`;
    this.write(`${before}${row.join('\t')}\n`);
  }

  /** Saves the file; statements are tagged again behind it. */
  async save(): Promise<void> {
    try {
      this.view = await call('save_topics', { text: this.file });
      this.faults = [];
    } catch (cause) {
      frame.report(cause);
      await this.#check();
    }
  }

  /** Takes back what was written and not saved. */
  revert(): void {
    this.write(this.view?.file ?? '');
  }

  /** Has statements tagged again whose tags other words made. */
  async retag(): Promise<void> {
    await call('retag').catch((cause: unknown) => frame.report(cause));
  }

  async #check(): Promise<void> {
    const text = this.file;
    try {
      const faults = await call('check_topics', { text });
      if (text === this.file) this.faults = faults;
    } catch (cause) {
      frame.report(cause);
    }
  }
}

/** The one desk of topics. */
export const topics = new Topics();

/** A slug for the name of a new topic: small Latin letters, digits and hyphens; empty when there are none. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
}
