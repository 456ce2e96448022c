import type { Command } from './commands';

/** How long after `g` a second key still belongs to it, in ms. */
const PAIR = 1200;

/** Writes a pressed key as commands name it: `j`, `Ctrl+K`, `Space`; a letter by its place where the layout is not Latin. */
export function keyOf(event: KeyboardEvent): string {
  if (event.altKey) return '';
  const latin = /^Key([A-Z])$/.exec(event.code)?.[1];
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl) return latin || event.key.length === 1 ? `Ctrl+${(latin ?? event.key).toUpperCase()}` : '';
  if (event.key === ' ') return 'Space';
  const foreign = event.key.length === 1 && /\p{L}/u.test(event.key) && !/[a-z]/i.test(event.key);
  return foreign && latin ? latin.toLowerCase() : event.key;
}

/** Whether a field that takes text has the focus, so that letters are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Keys that a focused control needs for itself. */
function isControls(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const control = target.closest('button, a, summary, input, select, [role="menu"], [role="radiogroup"]') !== null;
  return control && ['Space', 'Enter', 'ArrowUp', 'ArrowDown'].includes(key);
}

/** Makes a listener that runs the command of a key, and of two keys one after the other. */
export function keyListener(commands: Command[], now: () => number = () => performance.now()): (event: KeyboardEvent) => void {
  let first: { key: string; at: number } | null = null;

  function wanted(key: string): Command | undefined {
    const pair = first && now() - first.at < PAIR ? `${first.key} ${key}` : null;
    first = null;
    return commands.find((command) => pair !== null && command.keys.includes(pair)) ?? commands.find((command) => command.keys.includes(key));
  }

  return (event) => {
    const key = keyOf(event);
    if (key === '' || event.defaultPrevented || event.isComposing) return;
    if (isTyping(event.target) && !key.startsWith('Ctrl+')) return;
    if (isControls(key, event.target)) return;
    const command = wanted(key);
    if (command && (command.can?.() ?? true)) {
      event.preventDefault();
      command.run();
    } else if (commands.some((one) => one.keys.some((keys) => keys.startsWith(`${key} `)))) {
      first = { key, at: now() };
    }
  };
}
