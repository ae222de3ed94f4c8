/** What is opened in Node: what was asked for or nothing, and by `auto` the first that works, with the reasons of the others. */
import { type BackendName, backendNames, EngineError, openBackend } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';

describe('openBackend', () => {
  it('opens what works everywhere by name', async () => {
    for (const name of ['wasm', 'cpu', 'reference'] as const) {
      const { backend, passedOver } = await openBackend(name);
      expect([backend.name, passedOver]).toEqual([name, []]);
      await backend.close();
    }
  });

  it('refuses what Node has not, and names what to do', async () => {
    const refused = openBackend('webgl2');
    await expect(refused).rejects.toThrow(EngineError);
    await expect(refused).rejects.toThrow('backend "webgl2" was asked for, but ');
    await expect(refused).rejects.toThrow('Use --backend wasm, or --backend auto to choose for you.');
  });

  it('refuses names that it does not know', async () => {
    const refused = openBackend('cuda' as BackendName);
    await expect(refused).rejects.toThrow(`unknown backend "cuda". Known: auto, ${backendNames.join(', ')}.`);
    await expect(refused).rejects.toMatchObject({ code: 'option' });
  });

  it('takes the first that works by auto, and says why it passed over each one before', async () => {
    const order = ['webgpu', 'webgl2', 'wasm', 'cpu'];
    const { backend, passedOver } = await openBackend('auto');
    expect(passedOver.map(({ name }) => name)).toEqual(order.slice(0, order.indexOf(backend.name)));
    for (const { name, reason } of passedOver) {
      expect(reason).toMatch(new RegExp(`^backend "${name}" was asked for, but |is computed by the processor$`));
    }
    // a page may be without, this process is not
    expect(order.indexOf(backend.name)).toBeLessThanOrEqual(order.indexOf('wasm'));
    await backend.close();
  });
});
