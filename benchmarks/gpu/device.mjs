/** Prints the device that WebGPU runs on here, as JSON; fails with the reason where there is none. */
import { openBackend } from '@trilogue/engine';

const { backend } = await openBackend('webgpu');
await backend.close();
console.log(JSON.stringify({ device: backend.device }));
process.exit(0);
