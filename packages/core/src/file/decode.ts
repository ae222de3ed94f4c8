/** Bytes of a game file to text. */
import { refuse } from '../fault/game-error.js';

/**
 * The text of a game file.
 * @throws GameError for bytes that are no UTF-8, with the encoding that they look like.
 */
export function decodeGame(bytes: Uint8Array): string {
  if (isText(bytes, 'utf-8')) return new TextDecoder().decode(bytes);
  const [first, second] = bytes;
  const likely =
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
      ? 'UTF-16'
      : !bytes.includes(0) && isText(bytes, 'gb18030')
        ? 'perhaps GBK'
        : undefined;
  const found = `text that is not in UTF-8${likely === undefined ? '' : `, ${likely}`}`;
  throw refuse({ code: 'syntax', found, expected: 'a game file (YAML or JSON) saved as UTF-8' });
}

function isText(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
