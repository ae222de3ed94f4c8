/** Lists of numbers as text: doubles, little end first, deflated, in base64. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ClusterError } from '../errors.js';

const size = Float64Array.BYTES_PER_ELEMENT;

export function pack(numbers: Float64Array): string {
  const bytes = Buffer.alloc(numbers.length * size);
  for (let i = 0; i < numbers.length; i++) bytes.writeDoubleLE(numbers[i], i * size);
  return deflateRawSync(bytes, { level: 1 }).toString('base64');
}

/** Throws ClusterError where the text is not that of exactly `count` numbers; unpacks no more than these. */
export function unpack(text: string, count: number): Float64Array {
  let bytes: Buffer;
  try {
    bytes = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: Math.max(1, count * size) });
  } catch {
    throw new ClusterError('message', `packed numbers cannot be unpacked to ${count} numbers.`);
  }
  if (bytes.length !== count * size) {
    throw new ClusterError(
      'message',
      `packed numbers are ${bytes.length} bytes; ${count} numbers have ${count * size}.`,
    );
  }
  return Float64Array.from({ length: count }, (_, i) => bytes.readDoubleLE(i * size));
}
