import { call, type AlertView, type RuleView } from '../../door';
import { groupsOf } from '../../lib/alertgroups';
import { frame } from '../../lib/frame.svelte';
import { remember, remembered } from '../../lib/remembered';

/** How many alerts are asked for at once. */
const FIRST = 200;

/** The inbox of alerts. */
class Inbox {
  alerts = $state<AlertView[] | null>(null);
  rules = $state<RuleView[]>([]);
  unseenOnly = $state(remembered('unseen-only', false));
  selected = $state<number | null>(null);
  limit = $state(FIRST);

  groups = $derived(groupsOf(this.alerts ?? [], this.rules));
  /** The alerts in the order in which they stand. */
  inOrder = $derived(this.groups.flatMap((group) => group.alerts));
  open = $derived(this.inOrder.find((view) => view.alert.id === this.selected) ?? null);

  /** Fetches the alerts and the rules. */
  async read(): Promise<void> {
    try {
      const order = { unseen_only: this.unseenOnly, rule: null, limit: this.limit };
      [this.alerts, this.rules] = await Promise.all([call('alerts', order), call('rules')]);
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Shows all alerts, or those only that were not seen. */
  filter(unseenOnly: boolean): void {
    this.unseenOnly = unseenOnly;
    remember('unseen-only', unseenOnly);
    void this.read();
  }

  /** Fetches more. */
  more(): void {
    this.limit += FIRST;
    void this.read();
  }

  /** Selects the alert so many places on. */
  step(by: number): void {
    const at = this.inOrder.findIndex((view) => view.alert.id === this.selected);
    const next = this.inOrder[at < 0 ? 0 : Math.max(0, Math.min(at + by, this.inOrder.length - 1))];
    if (next) this.selected = next.alert.id;
  }

  /** Marks alerts as seen or not: these, or all of a rule, or all. */
  async see(ids: number[] | null, rule: string | null, seen: boolean): Promise<void> {
    try {
      await call('seen', { ids, rule, seen });
      const meant = ({ alert }: AlertView) => (ids ? ids.includes(alert.id) : rule === null || alert.rule_id === rule);
      this.alerts = (this.alerts ?? []).map((view) => (meant(view) ? { ...view, alert: { ...view.alert, seen } } : view));
      void frame.refresh();
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Mutes a rule until then; none: lets it speak again. */
  async mute(rule: RuleView, until: Date | null): Promise<void> {
    const { id, name, query, mode } = rule.rule;
    try {
      await call('save_rule', { id, name, query, mode, muted_until: until?.toISOString() ?? null });
      await this.read();
    } catch (cause) {
      frame.report(cause);
    }
  }
}

/** The inbox of alerts. */
export const inbox = new Inbox();
