/** Which backend the page computes on, with real ones: the software adapter for a graphics device. */
import type { Backend } from '@trilogue/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { holdBackend } from '../../src/compute/backend';
import type { Reply } from '../../src/compute/protocol';

const open: Promise<Backend>[] = [];
afterEach(async () => {
  for (const backend of open.splice(0)) await (await backend).close();
});

function held() {
  const replies: Reply[] = [];
  const holder = holdBackend((reply) => replies.push(reply));
  const current = () => {
    open.push(holder.current());
    return open.at(-1)!;
  };
  return { replies, holder, current };
}

const nameOf = async ({ name }: Backend) => name;

describe('a graphics device', () => {
  /** Two million path-steps in as many seconds as given. */
  const at = (seconds: number) => ({ steps: 2e6, seconds });
  const itself = async (backend: Backend) => backend;

  it('is stood in for by WebAssembly while it has not started', async () => {
    const { replies, holder, current } = held();
    holder.open('webgpu');
    expect(await holder.early(nameOf)).toBe('wasm');
    expect(replies).toEqual([]);
    holder.startNow();
    expect((await current()).name).toBe('webgpu');
    expect(replies).toMatchObject([{ kind: 'opened', backend: { name: 'webgpu' } }]);
  });

  it('starts by itself', async () => {
    const { holder, current } = held();
    holder.open('webgpu');
    expect((await current()).name).toBe('webgpu');
  });

  it('is stood in for while it is slower, and no longer once it is faster', async () => {
    const { replies, holder, current } = held();
    holder.open('webgpu');
    holder.startNow();
    const device = await current();
    const standIn = (await holder.early(itself))!;
    await holder.measure(standIn, at(0.02));
    expect(replies.filter(({ kind }) => kind === 'speed')).toEqual([]);
    await holder.measure(device, at(0.2));
    expect(replies.at(-1)).toEqual({ kind: 'speed', stepsPerSecond: 1e7 });
    expect(await holder.early(nameOf)).toBe('wasm');
    await holder.measure(device, at(0.002));
    expect(holder.speed(device)).toBeGreaterThan(holder.speed(standIn)!);
    expect(await holder.early(nameOf)).toBeNull();
  });

  it('is measured by long passes only', async () => {
    const { holder, current } = held();
    holder.open('webgpu');
    holder.startNow();
    const device = await current();
    await holder.measure(device, { steps: 1000, seconds: 1 });
    expect(holder.speed(device)).toBeNull();
  });

  it('has no stand-in where it is not there: it is refused', async () => {
    const { replies, holder } = held();
    holder.open('webgl2');
    expect(await holder.early(nameOf)).toBeNull();
    await expect.poll(() => replies).toMatchObject([{ kind: 'refused', asked: 'webgl2' }]);
  });

  it('takes its stand-in with it when another backend is asked for', async () => {
    const { holder, current } = held();
    holder.open('webgpu');
    holder.startNow();
    await current();
    holder.open('wasm');
    expect(await holder.early(nameOf)).toBeNull();
    expect((await current()).name).toBe('wasm');
  });
});

it('needs no stand-in for WebAssembly, which is there as soon', async () => {
  const { holder, current } = held();
  holder.open('wasm');
  expect(await holder.early(nameOf)).toBeNull();
  expect((await current()).name).toBe('wasm');
});
