import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from './App.svelte';
import { call, useTransport, type CallName, type Change, type Transport } from './door';
import { fake } from './door/fake';
import { frame, type View } from './lib/frame.svelte';
import { reading } from './lib/reading.svelte';
import { search } from './lib/search.svelte';
import { settings } from './lib/settings.svelte';

/** The invented core, with a record of what was asked and a way to let it speak. */
function core() {
  const invented = fake();
  const calls: [CallName, unknown][] = [];
  let heard: (change: Change) => void = () => {};
  const transport: Transport = {
    send: (name, payload) => (calls.push([name, payload]), invented.send(name, payload)),
    listen: (listener) => ((heard = listener), invented.listen(listener)),
  };
  useTransport(transport);
  return { asked: (name: CallName) => calls.filter(([asked]) => asked === name).map(([, payload]) => payload), tell: (change: Change) => heard(change) };
}

async function open(view: View) {
  frame.show(view);
  const shown = render(App);
  await waitFor(() => expect(search.result).not.toBeNull());
  return shown;
}

beforeEach(async () => {
  localStorage.clear();
  frame.dialog = null;
  frame.notice = null;
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 });
  core();
  await search.take('');
});
afterEach(cleanup);

describe('statements', () => {
  it('are options that say their place, their number and their state', async () => {
    await open('statements');
    const options = await screen.findAllByRole('option');
    expect(options.length).toBeLessThan(60);
    await waitFor(() => expect(options[0]?.textContent).toContain('High Representative'));
    expect(options[0]?.getAttribute('aria-setsize')).toBe(String(search.result?.count));
    expect(options[0]?.getAttribute('aria-posinset')).toBe('1');
    expect(options[0]?.textContent).toMatch(/Unread, Alerted/);
  });

  it('open in the reading pane by key, with the evidence marked', async () => {
    await open('statements');
    await screen.findAllByRole('option');
    await fireEvent.keyDown(window, { key: 'j' });
    const pane = screen.getByRole('main');
    await waitFor(() => expect(within(pane).getByRole('heading', { level: 1 }).textContent).toContain('deployment'));
    expect(pane.querySelectorAll('mark.evidence-country').length).toBeGreaterThan(3);
    await fireEvent.keyDown(window, { key: '1' });
    expect(pane.querySelectorAll('mark.evidence-country')).toHaveLength(0);
    await fireEvent.keyDown(window, { key: '1' });
  });

  it('are starred by key, and the row says so', async () => {
    const { asked } = core();
    await open('statements');
    await screen.findAllByRole('option');
    await fireEvent.keyDown(window, { key: 'j' });
    await waitFor(() => expect(screen.getByRole('main').querySelector('[aria-keyshortcuts="s"]')).not.toBeNull());
    await fireEvent.keyDown(window, { key: 's' });
    await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toContain('Starred'));
    expect(asked('mark')).toContainEqual(expect.objectContaining({ starred: true, read: null, labels: null, note: null }));
    await call('mark', { ids: ['s_0'], starred: false, read: null, labels: null, note: null });
  });

  it('are read once they were open for a moment, and stay unread for who says so', async () => {
    await open('statements');
    await settings.change({ read_on_open: true });
    await waitFor(() => expect(screen.getAllByRole('option')[2]?.textContent).toContain('Unread'));
    await search.select(2);
    await waitFor(() => expect(reading.view?.read).toBe(true), { timeout: 3000 });
    await waitFor(() => expect(screen.getAllByRole('option')[2]?.textContent).not.toContain('Unread'));
    await fireEvent.keyDown(window, { key: 'm' });
    await new Promise((done) => setTimeout(done, 800));
    expect(reading.view?.read).toBe(false);
    await settings.change({ read_on_open: false });
  });

  it('that arrive wait above the list', async () => {
    const { asked } = core();
    await open('statements');
    await waitFor(() => expect(asked('facets')).toHaveLength(1));
    await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(5));
    await call('collect', { source: null, force: true });
    const bar = await screen.findByText('Show 12 new');
    expect(search.result?.count).toBe(12_408);
    await fireEvent.click(bar);
    await waitFor(() => expect(screen.queryByText('Show 12 new')).toBeNull());
    expect(search.result?.count).toBe(12_420);
  });
});

describe('the query', () => {
  it('says the same as the facets, both ways', async () => {
    await open('statements');
    const facet = () => screen.getByText('North Korea', { selector: '.facet-name *' }).closest('button') as HTMLButtonElement;
    await waitFor(() => expect(search.facets).not.toBeNull());
    await fireEvent.click(facet());
    const bar = screen.getByLabelText<HTMLTextAreaElement>('Search query');
    await waitFor(() => expect(bar.value).toBe('country:KP'));
    await waitFor(() => expect(facet().getAttribute('aria-pressed')).toBe('true'));
    await fireEvent.click(facet(), { altKey: true });
    await waitFor(() => expect(bar.value).toBe('-country:KP'));
    await waitFor(() => expect(facet().textContent).toContain('excluded'));
  });

  it('that is faulty keeps the list, and says where and why', async () => {
    await open('statements');
    const bar = screen.getByLabelText<HTMLTextAreaElement>('Search query');
    bar.focus();
    const before = search.result?.count;
    await fireEvent.input(bar, { target: { value: 'troops "arms' } });
    await screen.findByText(/This quotation mark is not closed/);
    expect(screen.getByText('At character 8:')).toBeTruthy();
    expect(bar.getAttribute('aria-invalid')).toBe('true');
    expect(search.result?.count).toBe(before);
  });

  it('says which source of a query does not exist, and finds nothing', async () => {
    await open('statements');
    await fireEvent.input(screen.getByLabelText<HTMLTextAreaElement>('Search query'), { target: { value: 'source:nosuch' } });
    await screen.findByText('No source is called “nosuch”.');
    await screen.findByText('No statement matches this search.');
  });

  it('asks the archive once typing pauses, not at every letter', async () => {
    const { asked } = core();
    await open('statements');
    const before = asked('search').length;
    const bar = screen.getByLabelText<HTMLTextAreaElement>('Search query');
    await Promise.all(['t', 'tr', 'tro', 'troops'].map((value) => fireEvent.input(bar, { target: { value } })));
    await waitFor(() => expect(search.result?.count).toBe(214));
    expect(asked('search').slice(before)).toEqual([{ query: 'troops', order: 'newest' }]);
  });
});

describe('how a source is asked', () => {
  it('is changed in a dialog, and a wrong header is named', async () => {
    const { asked } = core();
    await open('sources');
    await fireEvent.click((await screen.findAllByRole('button', { name: /^Actions: / }))[0] as HTMLElement);
    await fireEvent.click(screen.getByRole('menuitem', { name: 'How it is asked…' }));
    const headers = await screen.findByLabelText('Further headers, a line each');
    await fireEvent.input(screen.getByLabelText(/^A User-Agent/), { target: { value: 'Mozilla/5.0 (test)' } });
    await fireEvent.input(headers, { target: { value: 'no colon' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/“no colon” is no header/);
    expect(asked('ask_source')).toHaveLength(0);
    await fireEvent.input(headers, { target: { value: 'Cookie: a=b:c' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked('ask_source')).toHaveLength(1));
    expect(asked('ask_source')[0]).toMatchObject({ manners: { user_agent: 'Mozilla/5.0 (test)', headers: [['Cookie', 'a=b:c']] } });
  });
});

describe('official sources', () => {
  it('are found by words and followed with one press, without a mouse', async () => {
    const { asked } = core();
    await open('sources');
    await fireEvent.click(screen.getByRole('button', { name: 'Official sources' }));
    const dialog = await screen.findByRole('dialog');
    const field = await within(dialog).findByRole('searchbox');
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(3));
    expect(document.activeElement).toBe(field);
    await fireEvent.input(field, { target: { value: 'council' } });
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(1));
    await fireEvent.click(within(dialog).getByRole('button', { name: /^Follow: Council of Examples/ }));
    await waitFor(() => expect(asked('follow_official')).toEqual([{ url: 'https://council.example.org/rss' }]));
    expect(await within(dialog).findByText('Followed')).toBeTruthy();
  }, 20_000);

  it('are offered where words are typed in place of an address', async () => {
    const { asked } = core();
    await open('sources');
    const field = screen.getByRole('textbox', { name: /Paste an address/ });
    await fireEvent.input(field, { target: { value: 'ministry' } });
    expect(await screen.findByRole('button', { name: /^Follow: Ministry of Examples/ })).toBeTruthy();
    await fireEvent.submit(field.closest('form') as HTMLFormElement);
    expect(asked('check_source')).toEqual([]);
  });

  it('come in as a list, and what could not be read is named', async () => {
    await open('sources');
    await fireEvent.click(screen.getByRole('button', { name: 'Lists' }));
    await fireEvent.click(screen.getByRole('menuitem', { name: /OPML, CSV/ }));
    await waitFor(() => expect(frame.notice?.message).toBe('3 sources in the list, 2 new.'));
    expect(frame.notice?.hint).toContain('line 7');
  });
});

describe('alerts', () => {
  it('are seen by key', async () => {
    const { asked } = core();
    await open('alerts');
    await screen.findByLabelText('DPRK troops in Russia');
    await fireEvent.keyDown(window, { key: 'j' });
    await fireEvent.keyDown(window, { key: 'e' });
    await waitFor(() => expect(asked('seen')).toEqual([{ ids: [100], rule: null, seen: true }]));
  });
});

describe('a notification that was clicked', () => {
  it('opens its statement, whichever view is shown', async () => {
    const { tell } = core();
    await open('settings');
    tell({ kind: 'open', id: 's_8' });
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: /Sanctions on networks/ })).toBeTruthy());
  });
});

describe('a source', () => {
  it('shows what an address is before it is followed', async () => {
    const { asked } = core();
    await open('sources');
    const field = await screen.findByLabelText(/Paste an address/);
    await fireEvent.input(field, { target: { value: 'https://mfa.example/news' } });
    await fireEvent.submit(field);
    await screen.findByText(/A feed, found on that page/);
    expect(asked('add_source')).toEqual([]);
    await fireEvent.click(screen.getByText('Follow'));
    await waitFor(() => expect(asked('add_source')).toEqual([{ url: 'https://mfa.example/news', name: 'Ministry of Foreign Affairs, news', no_check: false }]));
  });
});

describe('the words of topics', () => {
  it('are added, read as they are written, and saved', async () => {
    const door = core();
    await open('settings');
    const words = await screen.findByPlaceholderText(/a star ends a word/);
    await fireEvent.input(words, { target: { value: 'price cap | oil cap' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    const file = screen.getByLabelText<HTMLTextAreaElement>(/a row each/);
    expect(file.value).toBe('sanctions\ten\t2\tprice cap|oil cap\n');
    await fireEvent.input(file, { target: { value: `${file.value}half a row` } });
    await screen.findByText(/Line 2:/);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save topics' }).disabled).toBe(true);
    await fireEvent.input(file, { target: { value: 'sanctions\ten\t2\tprice cap\n' } });
    await waitFor(() => expect(screen.queryByText(/Line 2:/)).toBeNull());
    await fireEvent.click(screen.getByRole('button', { name: 'Save topics' }));
    await screen.findByText(/1,200 statements have tags of other words/);
    expect(door.asked('save_topics')).toEqual([{ text: 'sanctions\ten\t2\tprice cap\n' }]);
    door.tell({ kind: 'progress', work: 'retag', done: 64, total: 1200, label: '', ended: false });
    await screen.findByText(/64\/1200/);
    await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(door.asked('stop')).toEqual(['retag']);
  });
});

describe('a fault of the core', () => {
  it('is said with what to do about it', async () => {
    await open('statements');
    const invented = fake();
    useTransport({ ...invented, send: (name, payload) => (name === 'collect' ? Promise.reject({ code: 'failed', message: 'The archive is read-only.', hint: 'Change the rights of the folder.', at: null }) : invented.send(name, payload)) });
    await fireEvent.click(screen.getByRole('button', { name: /Collect now/ }));
    await screen.findByText('The archive is read-only. Change the rights of the folder.');
  });
});

describe('axe', () => {
  const rules = { 'color-contrast': { enabled: false } };

  async function serious(): Promise<string[]> {
    const { violations } = await axe.run(document.body, { rules });
    return violations.filter((one) => one.impact === 'serious' || one.impact === 'critical').map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
  }

  it.each(['statements', 'alerts', 'rules', 'sources', 'settings'] as const)('finds nothing serious in %s', async (view) => {
    await open(view);
    await new Promise((done) => setTimeout(done, 50));
    await fireEvent.keyDown(window, { key: 'j' });
    await new Promise((done) => setTimeout(done, 50));
    expect(await serious()).toEqual([]);
  }, 20_000);

  it.each(['export', 'palette', 'keys', 'official'] as const)('finds nothing serious in the dialog %s', async (dialog) => {
    await open('statements');
    frame.dialog = dialog;
    await screen.findByRole('dialog');
    await new Promise((done) => setTimeout(done, 50));
    expect(await serious()).toEqual([]);
  }, 20_000);
});

vi.setConfig({ testTimeout: 10_000 });

describe('a page from outside', () => {
  it('is opened by its address, kept, and shown as its statement', async () => {
    const { asked } = core();
    await open('sources');
    frame.dialog = 'page';
    await fireEvent.input(await screen.findByLabelText('Address of the page'), { target: { value: 'mfa.example/1' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Open', hidden: true }));
    expect(asked('open_page')).toEqual([{ url: 'mfa.example/1', source: null, menu: 'Keep this page' }]);
    const bar = await screen.findByRole('region', { name: /Open in its window/ });
    await fireEvent.click(within(bar).getByText('Keep this page'));
    await screen.findByText(/kept as a new revision/);
    expect(frame.view).toBe('statements');
    await fireEvent.click(within(bar).getByText('Close its window'));
    await waitFor(() => expect(screen.queryByText('Keep this page')).toBeNull());
  });

  it('is kept when its own window says so', async () => {
    const { asked, tell } = core();
    await open('statements');
    tell({ kind: 'keep' });
    await waitFor(() => expect(asked('keep_page')).toHaveLength(1));
  });
});
