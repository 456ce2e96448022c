import type { CallName, Transport } from './calls';
import type { Address, Change } from './types';

async function post(name: CallName, payload: unknown): Promise<unknown> {
  const answer = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const text = await answer.text();
  const body: unknown = text === '' ? null : read(text);
  if (!answer.ok) throw body;
  return body;
}

/** A refusal on the way may be a plain sentence. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return new Error(text);
  }
}

/** Takes the secret out of the address bar, so that it is not copied from there; the cookie has it by now. */
function hideToken(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('token')) return;
  address.searchParams.delete('token');
  history.replaceState(null, '', address);
}

/** The way over loopback HTTP, as `chancery serve` offers it: a call is a POST, changes are an event stream. */
export const http: Transport = {
  async send(name, payload) {
    hideToken();
    if (name !== 'open_address') return post(name, payload);
    // In a browser no host has to be asked for this.
    window.open((payload as Address).url, '_blank', 'noopener,noreferrer');
    return null;
  },
  listen(heard) {
    const stream = new EventSource('/events');
    stream.onmessage = (event: MessageEvent<string>) => heard(JSON.parse(event.data) as Change);
    return () => stream.close();
  },
};
