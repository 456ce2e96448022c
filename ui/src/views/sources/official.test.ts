import { expect, it } from 'vitest';
import { isWords } from './official.svelte';

it('tells words from addresses', () => {
  for (const words of ['iran', 'Збройні сили', 'U.S. Treasury', '外務省']) expect(isWords(words), words).toBe(words !== 'U.S. Treasury');
  for (const address of ['', 'x', 'example.org', 'https://example.org/', 'localhost:8080/feed', 'mfa.gov.ua/rss']) expect(isWords(address), address).toBe(false);
});
