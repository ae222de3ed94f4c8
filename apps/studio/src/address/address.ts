/**
 * The state in the part of the address after `#`, compressed: the browser never sends that part anywhere.
 */
import { gameLimits } from '@trilogue/core';
import type { StudioState } from '../state/state';
import { RecordError } from './check';
import { ownGameOf, readRecord, writeRecord } from './record';

const prefix = '#s=';
/** Of the text that comes out: more is no game file, but a small address that unpacks to a huge text. */
const longest = 4 * gameLimits.file;

/** Such as `#s=q1YqSy0qzszPU7JSUEpKLFHSAdL5...`. */
export async function writeAddress(state: StudioState): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(writeRecord(state)));
  const packed = await collect(
    stream(json).pipeThrough(new CompressionStream('deflate-raw')),
    Number.POSITIVE_INFINITY,
  );
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return prefix + btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** A link that was unpacked. Its game may be a stranger's, and has not been looked at. */
export interface Link {
  /** Text of its game; null where that is a bundled one. */
  readonly ownGame: string | null;
  /** @throws RecordError where the state cannot be read. */
  open(): StudioState;
}

/**
 * The state of an address's fragment; null where it has none.
 * @throws RecordError where it cannot be read.
 */
export async function readAddress(fragment: string): Promise<StudioState | null> {
  return (await readLink(fragment))?.open() ?? null;
}

/** What an address's fragment holds; null where it has none. Rejects with a RecordError where it cannot be unpacked. */
export async function readLink(fragment: string): Promise<Link | null> {
  if (!fragment.startsWith(prefix)) return null;
  let found: unknown;
  try {
    const binary = atob(fragment.slice(prefix.length).replace(/-/g, '+').replace(/_/g, '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const bytes = await collect(stream(packed).pipeThrough(new DecompressionStream('deflate-raw')), longest);
    found = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof RecordError) throw error;
    throw new RecordError('link', 'a text that is cut off or changed', 'the link as the studio made it');
  }
  return { ownGame: ownGameOf(found), open: () => readRecord(found) };
}

function stream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

async function collect(from: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = from.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RecordError('link', 'a text that unpacks to more than 4 MB', 'the state of a studio');
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
