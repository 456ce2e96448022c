import type { Calls, Change, Fault } from './types';

/** The name of a call. */
export type CallName = keyof Calls;
/** What a call takes. */
export type Payload<N extends CallName> = Calls[N]['input'];
/** What a call answers with. */
export type Answer<N extends CallName> = Calls[N]['output'];

/** Ends a subscription. */
export type Unsubscribe = () => void;

/** A way to the core: inside the desktop shell, over HTTP, or invented for tests. */
export interface Transport {
  /** Sends a call; rejects with a {@link Fault} or with whatever else went wrong on the way. */
  send(name: CallName, payload: unknown): Promise<unknown>;
  /** Hears of changes until it is ended. */
  listen(heard: (change: Change) => void): Unsubscribe;
}
