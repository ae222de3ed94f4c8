/**
 * GPU.js as its users write it: one thread a path, its own `Math.random()`, single precision.
 *
 *   node gpujs.mjs MODE INCREMENTS PATHS
 *
 * MODE is webasm or cpu, INCREMENTS gaussian or two-point. Synchronous calls use one thread. Nothing is seeded: `cpu`
 * cannot be, and with `randomSeed` each launch of `webasm` draws the same numbers again.
 */
import { createRequire } from 'node:module';
import { measure } from './measure.mjs';

const engine = createRequire(new URL('../../packages/engine/package.json', import.meta.url));
const { GPU } = engine('gpu.js');

const [mode, increments, paths] = process.argv.slice(2);
const LAUNCH = 1 << 14;

function gaussian() {
  const sigma = Math.sqrt(0.1) * 0.5;
  let x = 0.5;
  let y = 0.5;
  let z = 0.5;
  for (let i = 0; i < 200; i++) {
    const first = Math.sqrt(-2 * Math.log(1 - Math.random()));
    const second = Math.sqrt(-2 * Math.log(1 - Math.random()));
    const angle = 6.283185307179586 * Math.random();
    const a = 0.1 * (-3.9 + 4.9 * y + 2.12 * z + 0.5 * y * z) + sigma * first * Math.cos(angle);
    const b = 0.1 * (-2.7 + 3.7 * x + 1.88 * z + 0.5 * x * z) + sigma * first * Math.sin(angle);
    const m = 0.1 * (-0.5 + 0.3 * x + 0.3 * y + x * y) + sigma * second * Math.cos(6.283185307179586 * Math.random());
    x = Math.min(Math.max(x + x * (1 - x) * a, 0), 1);
    y = Math.min(Math.max(y + y * (1 - y) * b, 0), 1);
    z = Math.min(Math.max(z + z * (1 - z) * m, 0), 1);
  }
  return Math.min(x, Math.min(y, z));
}

function twoPoint() {
  const sigma = Math.sqrt(0.1) * 0.5;
  let x = 0.5;
  let y = 0.5;
  let z = 0.5;
  for (let i = 0; i < 200; i++) {
    const a = 0.1 * (-3.9 + 4.9 * y + 2.12 * z + 0.5 * y * z) + (Math.random() < 0.5 ? sigma : -sigma);
    const b = 0.1 * (-2.7 + 3.7 * x + 1.88 * z + 0.5 * x * z) + (Math.random() < 0.5 ? sigma : -sigma);
    const m = 0.1 * (-0.5 + 0.3 * x + 0.3 * y + x * y) + (Math.random() < 0.5 ? sigma : -sigma);
    x = x + x * (1 - x) * a;
    y = y + y * (1 - y) * b;
    z = z + z * (1 - z) * m;
  }
  return Math.min(x, Math.min(y, z));
}

const gpu = new GPU({ mode });
const kernel = gpu.createKernel(increments === 'gaussian' ? gaussian : twoPoint, {
  output: [LAUNCH],
  onRequestFallback: () => {
    throw new Error(`GPU.js cannot run this kernel in mode ${mode}`);
  },
});

await measure(Number(paths), async (wanted) => {
  let full = 0;
  let done = 0;
  for (; done < wanted; done += LAUNCH) for (const lowest of kernel()) if (lowest >= 0.95) full++;
  return { full, paths: done };
});
await gpu.destroy();
