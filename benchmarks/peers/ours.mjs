/**
 * This project, through its public interface.
 *
 *   node ours.mjs BACKEND SCHEME PATHS SEED
 */
import { bundledGame } from '@trilogue/core';
import { openBackend, simulate } from '@trilogue/engine';
import { measure } from './measure.mjs';

const [name, scheme, paths, seed] = process.argv.slice(2);
const game = bundledGame('data-sharing');
const { backend } = await openBackend(name, name === 'wasm' ? { threads: 1 } : {});

await measure(Number(paths), async (wanted) => {
  const result = await simulate({ game, backend, scheme, seed, paths: wanted, dt: 0.1, times: 0, passages: false });
  const full = result.outcomes.find((outcome) => outcome.profile.join() === 'share,share,coordinate');
  return { full: full.count, paths: wanted };
});
await backend.close();
