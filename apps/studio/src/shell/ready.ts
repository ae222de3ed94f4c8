/**
 * The marks on the html element that scripts wait for: `data-ready="true"` once the first result is drawn, and
 * `data-backend`, where results are computed.
 */
import type { BackendName } from '@trilogue/engine';
import { keepForOffline } from './offline';

let tellReady: () => void;
/** Resolves when the first result is on the page. */
export const firstResult = new Promise<void>((resolve) => {
  tellReady = resolve;
});

const watchers = new Set<() => void>();

/** Calls `watcher` whenever a result comes onto the page, until the returned function is called. */
export function watchResults(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** To be called when a result is on the page. `Picture` does; a view that shows results without one does it itself. */
export function markReady(): void {
  for (const watcher of watchers) watcher();
  const { dataset } = document.documentElement;
  if (dataset.ready === 'true') return;
  dataset.ready = 'true';
  tellReady();
  // nothing else waits for the network or the processor now
  void keepForOffline();
}

export function markBackend(name: BackendName | null): void {
  const { dataset } = document.documentElement;
  if (name === null) delete dataset.backend;
  else dataset.backend = name;
}
