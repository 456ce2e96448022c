import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, DoorFault, onChange, useTransport, type Change, type Transport } from '.';
import { http } from './http';

const answering = (send: Transport['send']): Transport => ({ send, listen: () => () => {} });

describe('a call', () => {
  it('brings name and payload to the core, and null where there is none', async () => {
    const send = vi.fn(() => Promise.resolve([]));
    useTransport(answering(send));
    await call('revisions', { id: 's_1' });
    await call('rules');
    expect(send.mock.calls).toEqual([
      ['revisions', { id: 's_1' }],
      ['rules', null],
    ]);
  });

  it('rejects with the fault of the core', async () => {
    const fault = { code: 'query', message: 'This bracket is not closed.', hint: null, at: { start: 3, end: 4 } };
    useTransport(answering(() => Promise.reject(fault)));
    const failed = await call('overview').catch((cause: unknown) => cause);
    expect(failed).toBeInstanceOf(DoorFault);
    expect((failed as DoorFault).fault).toEqual(fault);
  });

  it('makes a fault of whatever else went wrong', async () => {
    useTransport(answering(() => Promise.reject(new TypeError('connection refused'))));
    const failed = (await call('overview').catch((cause: unknown) => cause)) as DoorFault;
    expect(failed.fault).toEqual({ code: 'unreachable', message: 'connection refused', hint: null, trouble: null, at: null });
  });
});

describe('changes', () => {
  it('are heard until the subscription ends', async () => {
    let tell: (change: Change) => void = () => {};
    const end = vi.fn();
    useTransport({ send: () => Promise.resolve(null), listen: (heard) => ((tell = heard), end) });
    const heard: Change[] = [];
    const stop = onChange((change) => heard.push(change));
    await Promise.resolve();
    tell({ kind: 'alerts' });
    stop();
    expect(heard).toEqual([{ kind: 'alerts' }]);
    expect(end).toHaveBeenCalledOnce();
  });

  it('are not listened to when the subscription ended before the door was open', async () => {
    const listen = vi.fn(() => () => {});
    useTransport({ send: () => Promise.resolve(null), listen });
    onChange(() => {})();
    await Promise.resolve();
    expect(listen).not.toHaveBeenCalled();
  });
});

describe('the way over HTTP', () => {
  afterEach(() => vi.unstubAllGlobals());

  const stub = (status: number, body: string) => {
    const fetched = vi.fn(() => Promise.resolve(new Response(body, { status })));
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };

  it('posts the payload and reads the answer', async () => {
    const fetched = stub(200, '{"query":"a"}');
    expect(await http.send('toggle_term', { query: '' })).toEqual({ query: 'a' });
    expect(fetched).toHaveBeenCalledWith('/call/toggle_term', expect.objectContaining({ method: 'POST', body: '{"query":""}' }));
  });

  it('takes an empty body as null', async () => {
    stub(200, '');
    expect(await http.send('mark', {})).toBeNull();
  });

  it('throws the fault of a refused call', async () => {
    stub(400, '{"code":"stale","message":"Search again."}');
    await expect(http.send('window', {})).rejects.toEqual({ code: 'stale', message: 'Search again.' });
    stub(403, 'Open the address with its token.');
    await expect(http.send('window', {})).rejects.toThrow('Open the address with its token.');
  });
});

describe('a browser on loopback', () => {
  it('opens addresses itself, and does not leave the secret in its own', async () => {
    history.replaceState(null, '', '/?token=abc#rules');
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await http.send('open_address', { url: 'https://example.org/' });
    expect(opened).toHaveBeenCalledWith('https://example.org/', '_blank', 'noopener,noreferrer');
    expect(location.href).toMatch(/\/#rules$/);
    opened.mockRestore();
  });
});
