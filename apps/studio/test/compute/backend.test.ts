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
  it('is stood in for by WebAssembly until it has started', async () => {
    const { replies, holder, current } = held();
    holder.open('webgpu');
    expect(await holder.early(nameOf)).toBe('wasm');
    expect(replies).toEqual([]);
    holder.startNow();
    expect((await current()).name).toBe('webgpu');
    expect(replies).toMatchObject([{ kind: 'opened', backend: { name: 'webgpu' } }]);
    expect(await holder.early(nameOf)).toBeNull();
  });

  it('waits for what still runs on its stand-in, and starts by itself', async () => {
    const { holder, current } = held();
    holder.open('webgpu');
    let done = false;
    const early = holder.early(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      done = true;
      return 'seen';
    });
    expect((await current()).name).toBe('webgpu');
    expect(done).toBe(true);
    expect(await early).toBe('seen');
  });

  it('has no stand-in where it is not there: it is refused', async () => {
    const { replies, holder } = held();
    holder.open('webgl2');
    expect(await holder.early(nameOf)).toBeNull();
    await expect.poll(() => replies).toMatchObject([{ kind: 'refused', asked: 'webgl2' }]);
  });
});

it('needs no stand-in for WebAssembly, which is there as soon', async () => {
  const { holder, current } = held();
  holder.open('wasm');
  expect(await holder.early(nameOf)).toBeNull();
  expect((await current()).name).toBe('wasm');
});
