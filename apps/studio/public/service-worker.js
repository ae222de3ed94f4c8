/**
 * Keeps the whole site, so that it works without a network after the first visit. The page is fetched anew where there is a
 * network; everything else has its content in its name and never changes.
 */
const cacheName = 'trilogue-studio';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => event.waitUntil(keepAll().then(() => event.source.postMessage('kept'))));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
});

/** Fetches what is not there yet, and drops what an earlier version had. */
async function keepAll() {
  const cache = await caches.open(cacheName);
  const names = await (await fetch('./files.json', { cache: 'no-store' })).json();
  const wanted = ['./', ...names].map((name) => new URL(name, self.registration.scope).href);
  const kept = (await cache.keys()).map(({ url }) => url);
  await cache.addAll(wanted.filter((url) => !kept.includes(url) || !url.includes('/assets/')));
  await Promise.all(kept.filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)));
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(self.registration.scope);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}
