import type { Fault } from './types';

function isFault(cause: unknown): cause is Fault {
  return typeof cause === 'object' && cause !== null && 'code' in cause && 'message' in cause;
}

/** What the core answered instead of a result, as an error that can be thrown. */
export class DoorFault extends Error {
  /** What the core said. */
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'DoorFault';
    this.fault = fault;
  }

  /** Makes a fault of whatever was thrown on the way to the core. */
  static from(cause: unknown): DoorFault {
    if (cause instanceof DoorFault) return cause;
    if (isFault(cause)) return new DoorFault(cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    return new DoorFault({ code: 'unreachable', message, hint: null, trouble: null, at: null });
  }
}
