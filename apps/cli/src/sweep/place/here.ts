/** This machine as a place of a sweep. */
import { type BackendName, openBackend, openSweepRunner } from '@trilogue/engine';
import type { Place } from './contract.js';

export async function here(name: BackendName | 'auto', threads: number | undefined): Promise<Place> {
  const { backend, passedOver } = await openBackend(name, { threads });
  // a second part keeps the threads busy while the last paths of the first come in
  const lanes = backend.concurrency > 1 ? 2 : 1;
  return {
    backend: backend.name,
    device: backend.name === 'webgpu' || backend.name === 'webgl2' ? backend.device : null,
    runsOn: backend.device,
    threads: backend.threads,
    passedOver,
    open(definition, signal) {
      const runner = openSweepRunner(definition, backend);
      return {
        trialsTogether: lanes,
        together: () => lanes,
        partSteps: null,
        trial: (trial) => runner.trial(trial, { signal }),
        cells: runner.cells,
        report: () => null,
        async finish() {},
        close: runner.close,
      };
    },
    close: backend.close,
  };
}
