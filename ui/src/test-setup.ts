import { configure } from '@testing-library/dom';
import { vi } from 'vitest';

// Nothing is hidden from the tests by styles, and asking jsdom for them is slow.
configure({ defaultHidden: true });

// What jsdom lacks of a browser and the window needs to be mounted.
class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal('ResizeObserver', NoResizes);
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));

HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollBy = () => {};
Element.prototype.getAnimations = () => [];
