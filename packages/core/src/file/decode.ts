/** Bytes of a game file to text. */
import { refuse } from '../fault/game-error.js';

/**
 * The text of a game file.
 * @throws GameError for bytes that are no UTF-8, with the encoding that they look like.
 */
export function decodeGame(bytes: Uint8Array): string {
  const text = decoded(bytes, 'utf-8');
  if (text !== undefined) return text;
  const [first, second] = bytes;
  const likely =
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
      ? 'UTF-16'
      : !bytes.includes(0) && decoded(bytes, 'gb18030') !== undefined
        ? 'perhaps GBK'
        : undefined;
  const found = `text that is not in UTF-8${likely === undefined ? '' : `, ${likely}`}`;
  throw refuse({ code: 'syntax', found, expected: 'a game file (YAML or JSON) saved as UTF-8' });
}

/** Undefined for bytes that are not of the encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
