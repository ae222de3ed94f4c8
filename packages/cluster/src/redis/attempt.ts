/** The first connection to a Redis server, and what may be wrong with it. No type of a Redis library is in what others see. */
import { isIP } from 'node:net';
import { Redis } from 'ioredis';
import { ClusterError } from '../errors.js';
import { type Address, readAddress } from './address.js';

/** Milliseconds after which a server that says nothing counts as not there, the first time. */
const patience = 10_000;

/** Throws ClusterError where the address is wrong, nothing answers there, or the server does not let us in. */
export async function checkQueue(url: string): Promise<void> {
  await attempt(readAddress(url));
}

/** What every connection to an address has in common. */
export function optionsOf({ host, port, username, password, database, tls }: Address) {
  return {
    ...{ host, port, username, password, db: database, connectTimeout: patience, keepAlive: 10_000 },
    tls: tls ? { servername: isIP(host) ? undefined : host } : undefined,
  };
}

/** One connection that is tried once. Throws ClusterError where it fails. */
export async function attempt(address: Address): Promise<void> {
  const redis = new Redis({
    ...optionsOf(address),
    ...{ lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0, commandTimeout: patience },
  });
  let last: Error | undefined;
  redis.on('error', (error) => {
    last = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new ClusterError('redis', explained(address, last ?? (error as Error)));
  } finally {
    redis.disconnect();
  }
}

function explained({ shown }: Address, error: NodeJS.ErrnoException): string {
  const { message, code } = error;
  if (/WRONGPASS|NOAUTH|AUTH/.test(message)) {
    return `the Redis server at ${shown} does not take this user and password (${message}). Write them into the address: redis://USER:PASSWORD@HOST, or redis://:PASSWORD@HOST.`;
  }
  if (/certificate|self.signed|altnames/i.test(message) || /CERT/.test(code ?? '')) {
    return `the certificate of the Redis server at ${shown} is not trusted (${message}). NODE_EXTRA_CA_CERTS=FILE names the certificate of its issuer.`;
  }
  return `no Redis server answers at ${shown} (${message || code || 'no reason given'}). Start one, or correct the address.`;
}
