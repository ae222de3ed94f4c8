/**
 * Connections to Redis. The first one must succeed, with a clear message where it does not; later ones come back by
 * themselves whenever the server is there again, and commands wait for that.
 */
import { isIP } from 'node:net';
import { Redis } from 'ioredis';
import { ClusterError } from '../errors.js';
import { type Address, readAddress } from './address.js';

/** Milliseconds after which a server that says nothing counts as not there, the first time. */
const patience = 10_000;
/** The longest pause between two attempts to come back. */
const longestPause = 2_000;

export interface Connection {
  readonly redis: Redis;
  /** Of the queue, without its password. */
  readonly shown: string;
  /** A further connection of the same kind. */
  another(): Redis;
  /** Closes all of them. */
  close(): void;
}

/** Throws ClusterError where the address is wrong, nothing answers there, or the server does not let us in. */
export async function connect(url: string): Promise<Connection> {
  const address = readAddress(url);
  await attempt(address);
  const all: Redis[] = [];
  const another = () => {
    const redis = new Redis({
      ...optionsOf(address),
      // commands wait for a server that is away; BullMQ demands it
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 10), longestPause),
      reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
    });
    // whoever uses a connection hears of its end by its commands; without a listener Node would end the process
    redis.on('error', () => {});
    all.push(redis);
    return redis;
  };
  return {
    redis: another(),
    shown: address.shown,
    another,
    close() {
      for (const redis of all) redis.disconnect();
    },
  };
}

/** Throws ClusterError where `connect` would. */
export async function checkQueue(url: string): Promise<void> {
  await attempt(readAddress(url));
}

function optionsOf({ host, port, username, password, database, tls }: Address) {
  return {
    ...{ host, port, username, password, db: database, connectTimeout: patience, keepAlive: 10_000 },
    tls: tls ? { servername: isIP(host) ? undefined : host } : undefined,
  };
}

/** One connection that is tried once. */
async function attempt(address: Address): Promise<void> {
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
