/** Compares text with a golden file in test/golden, byte for byte; UPDATE_GOLDEN=1 writes it anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

export function expectGolden(text: string, name: string): void {
  const file = new URL(`golden/${name}.golden.txt`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  if (!existsSync(file)) throw new Error(`There is no golden file ${name}; run with UPDATE_GOLDEN=1 and read it.`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
