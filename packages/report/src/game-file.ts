/**
 * The game of a report as a file, and its digest.
 */
import { type Game, writeGame } from '@trilogue/core';
import type { GameFile } from './sections/context.js';

/** Browsers have no Web Crypto on pages that came without https, those of the same machine aside. */
export async function gameFile(game: Game): Promise<GameFile> {
  const text = writeGame(game);
  const crypto: Crypto | undefined = globalThis.crypto;
  if (crypto?.subtle === undefined) return { text, sha256: null };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { text, sha256 };
}
