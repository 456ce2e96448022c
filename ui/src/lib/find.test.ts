import { expect, it } from 'vitest';
import { rangesOf } from './find';

/** A paragraph of pieces, the odd ones marked. */
function paragraph(...pieces: string[]): HTMLElement {
  const block = document.createElement('p');
  pieces.forEach((piece, i) => {
    const into = i % 2 === 1 ? block.appendChild(document.createElement('mark')) : block;
    into.append(piece);
  });
  return block;
}

it('a hit may begin in one mark and end in another', () => {
  const ranges = rangesOf([paragraph('the ', 'DPRK', ' ', 'troops', ' in Russia')], 'dprk TROOPS in');
  expect(ranges.map(String)).toEqual(['DPRK troops in']);
});

it('every hit is found, in every block, but none across two', () => {
  const blocks = [paragraph('війська й війська'), paragraph('', 'Війська'), paragraph('вій'), paragraph('ська')];
  expect(rangesOf(blocks, 'війська').map(String)).toEqual(['війська', 'війська', 'Війська']);
});

it('letters that change their length in small do not move the hit', () => {
  expect(rangesOf([paragraph('İİİ Türkiye')], 'Türkiye').map(String)).toEqual(['Türkiye']);
});

it('nothing is found of nothing', () => {
  expect(rangesOf([paragraph('a')], '')).toEqual([]);
});
