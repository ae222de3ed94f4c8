/**
 * The site without a network: the service worker, asked to keep everything once the first result is there, and whether there is
 * a network now.
 */
import { useSyncExternalStore } from 'react';

/** Registers the service worker. Where the browser has none, or refuses, the page works as long as there is a network. */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('./service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (data === 'kept') document.documentElement.dataset.offline = 'ready';
    });
    active?.postMessage('keep');
  } catch (error) {
    console.info('The page is not kept for offline use:', error);
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(watch, () => navigator.onLine);
}

function watch(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
