/** The address of a queue: `redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]`, `rediss://` for TLS. Never shown with its password. */
import { ClusterError } from '../errors.js';

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly database: number;
  readonly tls: boolean;
  /** For messages: without user and password. */
  readonly shown: string;
}

const form = 'redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE], or rediss:// for TLS';
const defaultPort = 6379;

/** Throws ClusterError for anything else than an address of that form. */
export function readAddress(text: string): Address {
  if (!URL.canParse(text)) throw fault('it cannot be read as an address');
  const url = new URL(text);
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') throw fault(`it begins with "${url.protocol}//"`);
  if (url.hostname === '') throw fault('it names no host');
  if (url.search !== '' || url.hash !== '') throw fault('something follows the database');
  const path = url.pathname.replace(/^\//, '');
  if (!/^\d{0,5}$/.test(path)) throw fault(`"${path}" is no number of a database`);
  const port = url.port === '' ? defaultPort : Number(url.port);
  return {
    // an address of IPv6 stands in brackets
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    username: decoded(url.username),
    password: decoded(url.password),
    database: Number(path),
    tls: url.protocol === 'rediss:',
    shown: `${url.protocol}//${url.hostname}:${port}${path === '' ? '' : `/${path}`}`,
  };
}

function decoded(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    throw fault('user or password has a % that begins no escape; write it %25');
  }
}

function fault(found: string): ClusterError {
  return new ClusterError('option', `the address of the queue is wrong: ${found}. Expected ${form}.`);
}
