const PREFIX = 'chancery.';

/** Reads what the window remembered under this name over restarts, else the fallback. */
export function remembered<T>(name: string, fallback: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** Remembers a value under this name. Where nothing can be stored the window forgets, and goes on. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A full or refused store loses a pane's width, nothing more.
  }
}
