import { call, type QueryCheck, type RuleDraft, type RuleMode, type RuleTest, type RuleView } from '../../door';
import { frame } from '../../lib/frame.svelte';
import { t } from '../../lib/words/index.svelte';

/** How long typing must pause before a rule is tried on the past, in ms. */
const PAUSE = 300;

const blank = (query: string): RuleDraft => ({ id: null, name: '', query, mode: 'on', muted_until: null });

/** The rules and the one on the bench. */
class Desk {
  rules = $state<RuleView[] | null>(null);
  /** The rule on the bench as it is being written; none: nothing is chosen. */
  draft = $state<RuleDraft | null>(null);
  check = $state<QueryCheck | null>(null);
  test = $state<RuleTest | null>(null);
  days = $state(90);
  testing = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** The rule on the bench as it was saved. */
  saved = $derived(this.rules?.find((view) => view.rule.id === this.draft?.id)?.rule ?? null);
  changed = $derived.by(() => {
    if (!this.draft) return false;
    const before = this.saved ?? blank('');
    return (['name', 'query', 'mode', 'muted_until'] as const).some((field) => this.draft?.[field] !== before[field]);
  });
  /** Why it cannot be saved as it stands. */
  fault = $derived(this.check?.fault ?? this.check?.rule_fault ?? null);

  /** Fetches the rules; the first one comes on the bench when nothing is there. */
  async read(): Promise<void> {
    try {
      this.rules = await call('rules');
      const first = this.rules[0];
      if (!this.draft && first) this.take(first.rule.id);
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Takes a rule onto the bench. */
  take(id: string): void {
    const view = this.rules?.find((one) => one.rule.id === id);
    if (view) this.#put({ id, name: view.rule.name, query: view.rule.query, mode: view.rule.mode, muted_until: view.rule.muted_until });
  }

  /** Begins a new rule with a query. */
  begin(query: string): void {
    this.#put(blank(query));
  }

  /** Takes the query as typed; it is tried when typing pauses. */
  write(query: string): void {
    if (!this.draft) return;
    this.draft.query = query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.try(), PAUSE);
  }

  /** Tries over another number of days. */
  over(days: number): void {
    this.days = days;
    void this.try();
  }

  /** Checks the query and tries it on the past. */
  async try(): Promise<void> {
    const query = this.draft?.query ?? '';
    const turn = ++this.#turn;
    this.testing = true;
    try {
      const check = await call('check_query', { query });
      if (turn !== this.#turn) return;
      this.check = check;
      if (check.fault || check.rule_fault || query.trim() === '') return;
      const test = await call('test_rule', { query, days: this.days });
      if (turn === this.#turn) this.test = test;
    } catch (cause) {
      if (turn === this.#turn) frame.report(cause);
    } finally {
      if (turn === this.#turn) this.testing = false;
    }
  }

  /** Saves the rule on the bench. */
  async save(): Promise<void> {
    if (!this.draft) return;
    const name = this.draft.name.trim() || this.draft.query.trim();
    try {
      const rule = await call('save_rule', { ...this.draft, name });
      this.draft = { ...this.draft, name: rule.name, id: rule.id };
      frame.say(t().rules.saved);
      await this.read();
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Sets what the rule does; a saved rule that was not changed otherwise is saved at once. */
  async turn(mode: RuleMode): Promise<void> {
    if (!this.draft) return;
    const alone = this.saved !== null && !this.changed;
    this.draft.mode = mode;
    if (alone) await this.save();
  }

  /** Removes the rule on the bench. */
  async remove(): Promise<void> {
    const id = this.draft?.id;
    try {
      if (id != null) await call('remove_rule', { id });
      this.draft = null;
      await this.read();
    } catch (cause) {
      frame.report(cause);
    }
  }

  #put(draft: RuleDraft): void {
    this.draft = draft;
    this.check = null;
    this.test = null;
    void this.try();
  }
}

/** The rules and the one on the bench. */
export const desk = new Desk();
