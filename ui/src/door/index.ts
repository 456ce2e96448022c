import type { Answer, CallName, Payload, Transport, Unsubscribe } from './calls';
import { DoorFault } from './fault';
import type { Change } from './types';

export type * from './calls';
export type * from './types';
export { DoorFault } from './fault';

let chosen: Promise<Transport> | undefined;

async function choose(): Promise<Transport> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauri;
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) return (await import('./fake')).fake();
  return (await import('./http')).http;
}

const transport = () => (chosen ??= choose());

/** Takes another way to the core from now on; for tests. */
export function useTransport(other: Transport): void {
  chosen = Promise.resolve(other);
}

/** Calls the core. Rejects with a {@link DoorFault}, whichever way the call failed. */
export async function call<N extends CallName>(
  name: N,
  ...payload: Payload<N> extends null ? [] : [Payload<N>]
): Promise<Answer<N>> {
  try {
    return (await (await transport()).send(name, payload[0] ?? null)) as Answer<N>;
  } catch (cause) {
    throw DoorFault.from(cause);
  }
}

/** Hears what changes in the core, until the answer is called. */
export function onChange(heard: (change: Change) => void): Unsubscribe {
  let ended = false;
  let end: Unsubscribe = () => {};
  void transport().then((way) => {
    if (!ended) end = way.listen(heard);
  });
  return () => {
    ended = true;
    end();
  };
}
