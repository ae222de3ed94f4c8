import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProgress, progressName, readProgress, removeProgress } from '../../src/sensitivity/progress-file.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trilogue-progress-'));
  file = join(folder, progressName);
});
afterEach(() => rmSync(folder, { recursive: true }));

const fail = (error: unknown) => {
  throw error;
};

function write(cells: readonly (readonly number[])[]): void {
  const progress = openProgress(folder, fail);
  for (const [cell, ...tally] of cells) progress.add(cell!, Float64Array.from(tally));
  progress.close();
}

describe('the progress of a sweep', () => {
  it('is empty where there is no file', () => {
    expect(readProgress(folder).size).toBe(0);
  });

  it('is what was written, over several runs', () => {
    write([
      [3, 17, 0],
      [0, 2 ** 53, 0.1],
    ]);
    write([[1, 5, 6]]);
    expect([...readProgress(folder)]).toEqual([
      [3, Float64Array.of(17, 0)],
      [0, Float64Array.of(2 ** 53, 0.1)],
      [1, Float64Array.of(5, 6)],
    ]);
    removeProgress(folder);
    expect(existsSync(file)).toBe(false);
  });

  it('wherever a kill cuts the file, the whole lines before are read and what comes after is appended well', () => {
    const cells = Array.from({ length: 12 }, (_, cell) => [cell, 1000 * cell, cell / 3]);
    write(cells);
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), (length) => {
        writeFileSync(file, whole);
        truncateSync(file, length);
        const complete = whole.subarray(0, length).toString().split('\n').length - 1;
        expect([...readProgress(folder).keys()]).toEqual(cells.slice(0, complete).map(([cell]) => cell));
        write([[99, 1, 2]]);
        expect([...readProgress(folder).keys()]).toEqual([...cells.slice(0, complete).map(([cell]) => cell), 99]);
      }),
    );
  });

  it('stops at a line that is damaged and cuts it off', () => {
    write([[0, 1]]);
    appendFileSync(file, '\0\0\0\0\n[1,5]\n');
    expect([...readProgress(folder).keys()]).toEqual([0]);
    expect(readFileSync(file, 'utf8')).toBe('[0,1]\n');
  });

  it('reports a write that fails', () => {
    const errors: unknown[] = [];
    const progress = openProgress(join(folder, 'missing'), (error) => errors.push(error));
    progress.add(0, Float64Array.of(1));
    progress.close();
    expect(errors).toMatchObject([{ code: 'ENOENT' }]);
  });
});
