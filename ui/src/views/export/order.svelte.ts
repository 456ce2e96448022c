import { call, type ExportOrder, type ExportPreview, type ExportReport } from '../../door';
import { frame } from '../../lib/frame.svelte';
import { search } from '../../lib/search.svelte';
import { settings } from '../../lib/settings.svelte';

/** Columns that stay out unless they are asked for: what few people read in a table. */
const UNUSUAL = new Set(['revision', 'published_precision', 'collected_at', 'source_id', 'source_country', 'about', 'regimes', 'matched_text', 'duplicate_group', 'read', 'starred', 'text']);

/** An export that is being put together, running, or done. */
export class Exporting {
  query = $state(search.query);
  preset = $state(settings.value.export_preset);
  columns = $state<string[]>([]);
  path = $state('');
  preview = $state<ExportPreview | null>(null);
  running = $state(false);
  report = $state<ExportReport | null>(null);
  #turn = 0;

  /** Asks what the file would begin with. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const preview = await call('export_preview', this.#order(null));
      if (turn !== this.#turn) return;
      this.preview = preview;
      if (this.columns.length === 0) this.usual();
    } catch (cause) {
      if (turn === this.#turn) frame.report(cause);
    }
  }

  /** Chooses the usual columns. */
  usual(): void {
    this.choose((this.preview?.all_columns ?? []).filter((column) => !UNUSUAL.has(column)));
  }

  /** Chooses columns; they keep the file's order. */
  choose(columns: string[]): void {
    this.columns = (this.preview?.all_columns ?? []).filter((column) => columns.includes(column));
    void this.look();
  }

  /** Asks the user for a file. Returns whether one was chosen. */
  async chooseFile(): Promise<boolean> {
    try {
      const path = await call('choose_export_file', { name: this.path.split(/[/\\]/).at(-1) || this.preview?.suggested || 'chancery.csv' });
      if (path !== null) this.path = path;
      return path !== null;
    } catch (cause) {
      frame.report(cause);
      return false;
    }
  }

  /** Writes the file, asking for one first where none was chosen. */
  async run(): Promise<void> {
    if (this.path.trim() === '' && !(await this.chooseFile())) return;
    this.running = true;
    try {
      this.report = await call('export', this.#order(this.path.trim()));
    } catch (cause) {
      frame.report(cause);
    } finally {
      this.running = false;
    }
  }

  /** Stops writing; the half-written file is taken away by the core. */
  stop(): void {
    call('stop', 'export').catch((cause: unknown) => frame.report(cause));
  }

  #order(path: string | null): ExportOrder {
    const { query, preset, columns } = this;
    return { query, preset, delimiter: null, columns: columns.length > 0 ? [...columns] : null, text: columns.includes('text'), path };
  }
}
