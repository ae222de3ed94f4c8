/**
 * The form of the binary files in a result folder, of sweeps and of analyses: a header in JSON and a list of doubles, which a checksum seals.
 *
 *     8 bytes   "trilogue" in ASCII
 *     4 bytes   length of the header, unsigned, little endian
 *     4 bytes   number of doubles, unsigned, little endian
 *     header    UTF-8 JSON
 *     doubles   little endian, one after the other, compressed together (zlib)
 *     32 bytes  SHA-256 of everything before
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { deflateSync, inflateSync } from 'node:zlib';
import type { z } from 'zod';

/** What a file holds. */
export interface Sealed<Header = unknown> {
  readonly header: Header;
  readonly numbers: Float64Array;
}

/** A kind of file. Its header is read like a stranger's: the checksum says only that nothing has changed since. */
export interface SealedKind<Header> {
  /** Such as `cells`. */
  readonly of: string;
  readonly header: z.ZodType<Header>;
  /** In words what is wrong with a header, or with so many numbers behind it; null where nothing is. */
  fault(header: Header, count: number): string | null;
}

const magic = Buffer.from('trilogue', 'ascii');
const fixed = magic.length + 8;
const hashLength = 32;
/** Bytes of a header that are read: it may list some hundred thousand runs of cells. */
const longestHeader = 2 ** 25;
/** Fast: most numbers are small and whole, and nearly all of it is zeros anyway. */
const level = 1;

/** The bytes of a file. */
export function seal({ header, numbers }: Sealed): Uint8Array {
  const text = Buffer.from(JSON.stringify(header));
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(text.length, 0);
  sizes.writeUInt32LE(numbers.length, 4);
  const content = Buffer.concat([magic, sizes, text, deflateSync(bytesOf(numbers), { level })]);
  return Buffer.concat([content, sha(content)]);
}

/**
 * What a file holds, or in words what is wrong with it. Only what passed the check is unpacked, so that no file takes more memory
 * than its header may ask for.
 */
export function unseal<Header>(
  bytes: Uint8Array,
  { of, header: schema, fault }: SealedKind<Header>,
): Sealed<Header> | string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < fixed + hashLength || !file.subarray(0, magic.length).equals(magic))
    return 'it is no file of trilogue';
  const content = file.subarray(0, file.length - hashLength);
  if (!sha(content).equals(file.subarray(file.length - hashLength))) return 'its checksum differs';
  const length = content.readUInt32LE(magic.length);
  if (length > longestHeader) return `its header has ${length} bytes`;
  const headerEnd = fixed + length;
  const count = content.readUInt32LE(magic.length + 4);
  try {
    const header = JSON.parse(content.subarray(fixed, headerEnd).toString('utf8')) as Header;
    if (!schema.safeParse(header).success) return `its header is not that of ${of}`;
    const wrong = fault(header, count);
    if (wrong !== null) return wrong;
    const inflated = inflateSync(content.subarray(headerEnd), { maxOutputLength: Math.max(1, 8 * count) });
    if (inflated.length !== 8 * count) return 'it has fewer numbers than it says';
    return { header, numbers: numbersOf(inflated) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function sha(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** SHA-256 of pieces that follow each other, in hexadecimal. */
export function sha256(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

function bytesOf(numbers: Float64Array): Uint8Array {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap64();
}

function numbersOf(bytes: Buffer): Float64Array {
  // a copy, which begins at a multiple of 8
  const copy = Uint8Array.from(bytes);
  if (endianness() === 'BE') Buffer.from(copy.buffer).swap64();
  return new Float64Array(copy.buffer);
}
