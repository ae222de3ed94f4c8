import { expect, it } from 'vitest';
import { placeOf, withoutVersion } from './figures.js';

it('keeps a figure under the name of its page', () => {
  expect(placeOf('docs/zh/tutorial.md', 'map/heatmap.svg')).toBe('docs/images/zh/tutorial/map-heatmap.svg');
});

it('looks past the version that drew a picture, and at nothing else', () => {
  expect(withoutVersion('<text>seed 1, trilogue 1.2.3-beta.4</text>')).toBe('<text>seed 1, trilogue</text>');
  expect(withoutVersion('<text>trilogue, dt 1.2.3</text>')).toBe('<text>trilogue, dt 1.2.3</text>');
});
