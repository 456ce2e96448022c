import type { CallName, Transport } from './calls';
import type { Change } from './types';

async function send(name: CallName, payload: unknown): Promise<unknown> {
  const answer = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const text = await answer.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  if (!answer.ok) throw body;
  return body;
}

/** The way over loopback HTTP, as `chancery serve` offers it: a call is a POST, changes are an event stream. */
export const http: Transport = {
  send,
  listen(heard) {
    const stream = new EventSource('/events');
    stream.onmessage = (event: MessageEvent<string>) => heard(JSON.parse(event.data) as Change);
    return () => stream.close();
  },
};
