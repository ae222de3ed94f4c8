/**
 * Golden pictures kept in test/golden, written anew with UPDATE_GOLDEN=1: SVG text compared byte for byte, PNG pixel for pixel.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { decoded, difference } from './pixels.js';

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

/** The most pixels of a picture, in parts of all, that another processor may round to another colour. */
const strayPixels = 1e-3;

/** Compares the pixels of `png` with those of the golden file of that name. */
export function expectGoldenPng(png: Uint8Array, name: string): void {
  const file = new URL(`golden/${name}.golden.png`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, png);
  if (!existsSync(file)) throw new Error(`There is no golden file ${name}; run with UPDATE_GOLDEN=1 and look at it.`);
  const [found, golden] = [decoded(png), decoded(new Uint8Array(readFileSync(file)))];
  expect([found.width, found.height]).toEqual([golden.width, golden.height]);
  const stray = difference(found, golden) / (golden.width * golden.height);
  expect(stray, `${name} differs from its golden file; UPDATE_GOLDEN=1 accepts it`).toBeLessThanOrEqual(strayPixels);
}
