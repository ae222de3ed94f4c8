import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal } from '../../src/sealed/container.js';
import { batchesOf, openProgress, progressName, readProgress, removeProgress } from '../../src/study/progress.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trilogue-progress-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const study = 'a'.repeat(64);
const fail = (error: unknown) => {
  throw error;
};
const isShare = (value: number) => value >= 0 && value <= 1;
const read = () => readProgress(folder, study, isShare);

async function write(batches: readonly (readonly number[])[]): Promise<void> {
  const progress = await openProgress(folder, study, (await read()).last, fail);
  for (const [batch, ...numbers] of batches) progress.add(batch!, Float64Array.from(numbers));
  await progress.close();
}
const file = (number: number) => join(folder, progressName, `00000${number}.bin`);

describe('the progress of an analysis', () => {
  it('is empty where there is none', async () => {
    expect(await read()).toEqual({ batches: new Map(), lost: [], last: 0 });
  });

  it('is what was written, over several runs, until it is taken away', async () => {
    await write([
      [3, 0.5, 0],
      [0, 1, 1 / 3, 2 ** 53, 5e-324],
    ]);
    await write([[1, 0.25, 6]]);
    const { batches, lost, last } = await read();
    expect([...batches]).toEqual([
      [3, Float64Array.of(0.5, 0)],
      [0, Float64Array.of(1, 1 / 3, 2 ** 53, 5e-324)],
      [1, Float64Array.of(0.25, 6)],
    ]);
    expect({ lost, last }).toEqual({ lost: [], last: 2 });
    await removeProgress(folder);
    await removeProgress(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('loses a file that is cut anywhere or in which any bit is another, says so, and keeps the others', async () => {
    await write(Array.from({ length: 12 }, (_, batch) => [batch, batch / 12, batch / 3]));
    await write([[12, 0.5, 1]]);
    const whole = readFileSync(file(1));
    const expected = { lost: [expect.stringMatching(/^file 1 of the progress cannot be used: .+/)], last: 2 };
    const lostOne = async () => {
      const { batches, ...rest } = await read();
      expect([...batches.keys()]).toEqual([12]);
      expect(rest).toEqual(expected);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at]! ^= 1 << bit;
        writeFileSync(file(1), changed);
        await lostOne();
        writeFileSync(file(1), whole);
        truncateSync(file(1), at);
        await lostOne();
      }),
    );
    writeFileSync(file(1), whole);
    expect((await read()).batches.size).toBe(13);
  });

  it('is not believed where its checksum fits and no run can have given it', async () => {
    const header = { kind: 'batches', study, batches: [[0, 4]] };
    const right = [0.25, 0.5, 0.01, 0.02];
    mkdirSync(join(folder, progressName));
    const put = (of: unknown, numbers: readonly number[]) =>
      writeFileSync(file(1), seal({ header: of, numbers: Float64Array.from(numbers) }));
    put(header, right);
    expect((await read()).batches.get(0)).toEqual(Float64Array.from(right));
    expect(batchesOf(readFileSync(file(1)), study, isShare)).toEqual([[0, Float64Array.from(right)]]);
    const cases: [string, unknown, readonly number[]][] = [
      ['batch 0 has 1.5, which no run gives', header, [1.5, 0.5, 0, 0]],
      ['batch 0 has NaN, which no run gives', header, [0.5, Number.NaN, 0, 0]],
      ['batch 0 has -1, which no run gives', header, [0.5, 0.5, 0, -1]],
      ['batch 0 has Infinity, which no run gives', header, [0.5, 0.5, Number.POSITIVE_INFINITY, 0]],
      ['it is of another analysis', { ...header, study: 'b'.repeat(64) }, right],
      ['its numbers do not fit its batches', { ...header, batches: [[0, 6]] }, right],
      ['its header is not that of batches', { ...header, batches: [[0.5, 4]] }, right],
      ['its header is not that of batches', { ...header, batches: [[0, 3]] }, right],
      ['its header is not that of batches', { ...header, kind: 'cells' }, right],
      ['its header is not that of batches', null, right],
    ];
    for (const [words, of, numbers] of cases) {
      put(of, numbers);
      expect(await read()).toEqual({
        batches: new Map(),
        lost: [`file 1 of the progress cannot be used: ${words}`],
        last: 1,
      });
    }
  });

  it('reports a write that fails', async () => {
    const errors: unknown[] = [];
    const progress = await openProgress(folder, study, 0, (error) => errors.push(error));
    rmSync(join(folder, progressName), { recursive: true });
    progress.add(0, Float64Array.of(1, 0));
    await expect(progress.close()).rejects.toMatchObject({ code: 'ENOENT' });
    expect(errors).toMatchObject([{ code: 'ENOENT' }]);
  });
});
