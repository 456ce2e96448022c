import { describe, expect, it, vi } from 'vitest';
import type { Command } from './commands';
import { keyListener, keyOf } from './keys';

const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, cancelable: true, ...more });
const command = (keys: string[], can?: () => boolean): Command & { run: ReturnType<typeof vi.fn<() => void>> } => ({ id: keys.join(), title: () => '', group: 'move', keys, can, run: vi.fn<() => void>() });

describe('the name of a key', () => {
  it('is the same on a keyboard of another script', () => {
    expect(keyOf(press('о', { code: 'KeyJ' }))).toBe('j');
    expect(keyOf(press('л', { code: 'KeyK', ctrlKey: true }))).toBe('Ctrl+K');
  });

  it('is what is written on it where letters are Latin', () => {
    expect(keyOf(press('j', { code: 'KeyC' }))).toBe('j');
    expect(keyOf(press('?', { code: 'Slash', shiftKey: true }))).toBe('?');
    expect(keyOf(press(' '))).toBe('Space');
  });
});

describe('a key', () => {
  it('runs its command, when it makes sense', () => {
    const [can, cannot] = [command(['m']), command(['b'], () => false)];
    const listen = keyListener([can, cannot]);
    listen(press('m'));
    listen(press('b'));
    expect(can.run).toHaveBeenCalledOnce();
    expect(cannot.run).not.toHaveBeenCalled();
  });

  it('of a pair waits for the second, for a moment', () => {
    const [go, star] = [command(['g s']), command(['s'])];
    let now = 0;
    const listen = keyListener([go, star], () => now);
    listen(press('g'));
    listen(press('s'));
    expect(go.run).toHaveBeenCalledOnce();
    listen(press('g'));
    now = 5000;
    listen(press('s'));
    expect(go.run).toHaveBeenCalledOnce();
    expect(star.run).toHaveBeenCalledOnce();
  });

  it('is text where text is written, but for Ctrl', () => {
    const [letter, palette] = [command(['m']), command(['Ctrl+K'])];
    const listen = keyListener([letter, palette]);
    const field = document.body.appendChild(document.createElement('textarea'));
    field.addEventListener('keydown', listen);
    field.dispatchEvent(press('m'));
    field.dispatchEvent(press('k', { ctrlKey: true, code: 'KeyK' }));
    expect(letter.run).not.toHaveBeenCalled();
    expect(palette.run).toHaveBeenCalledOnce();
  });

  it('belongs to a button that has the focus when it presses it', () => {
    const page = command(['Space']);
    const button = document.body.appendChild(document.createElement('button'));
    button.addEventListener('keydown', keyListener([page]));
    button.dispatchEvent(press(' '));
    expect(page.run).not.toHaveBeenCalled();
  });
});
