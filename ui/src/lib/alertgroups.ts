import type { AlertView, RuleView } from '../door';

/** The alerts of one rule. */
export interface AlertGroup {
  /** The rule's id. */
  id: string;
  /** Its name as the newest alert has it. */
  name: string;
  /** The rule as it is now; none when it was removed. */
  rule: RuleView | undefined;
  /** Newest first. */
  alerts: AlertView[];
}

/** Gathers alerts by rule: the rule with the newest alert first, within it the newest alert first. */
export function groupsOf(alerts: AlertView[], rules: RuleView[]): AlertGroup[] {
  const groups = new Map<string, AlertGroup>();
  for (const view of alerts.toSorted((a, b) => b.alert.id - a.alert.id)) {
    const { rule_id: id, rule: name } = view.alert;
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { id, name, rule: rules.find((rule) => rule.rule.id === id), alerts: [] }));
    group.alerts.push(view);
  }
  return [...groups.values()];
}
