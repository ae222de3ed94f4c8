/**
 * Golden pictures: SVG text kept in test/golden, compared byte for byte, written anew with UPDATE_GOLDEN=1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const largest = 100_000;

/** Compares `svg` with the golden file of that name. */
export function expectGolden(svg: string, name: string): void {
  const file = new URL(`golden/${name}.golden.svg`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, svg);
  if (!existsSync(file)) throw new Error(`There is no golden file ${name}; run with UPDATE_GOLDEN=1 and look at it.`);
  expect(svg.length).toBeLessThan(largest);
  expect(svg === readFileSync(file, 'utf8'), `${name} differs from its golden file; UPDATE_GOLDEN=1 accepts it`).toBe(
    true,
  );
}
