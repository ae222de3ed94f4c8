/**
 * The GAME argument: a bundled game's name, or a file. A file that has a bundled game's name is written `./name`.
 */
import { open } from 'node:fs/promises';
import {
  bundledGame,
  bundledGameNames,
  decodeGame,
  type Game,
  type GameError,
  gameLimits,
  nearestName,
  readGame,
} from '@trilogue/core';
import { UsageError } from '../errors/kinds.js';

/** More bytes than this are no game file: a character takes up to four. */
const mostBytes = 4 * gameLimits.file;

/** @throws UsageError where there is no such game or its file cannot be read; GameError where it is wrong. */
export async function findGame(argument: string): Promise<Game> {
  if (bundledGameNames.includes(argument)) return bundledGame(argument);
  return readGame(await readText(argument), { file: argument });
}

async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readAtMost(file, mostBytes + 1);
  } catch (error) {
    throw new UsageError(cannotRead(file, error as NodeJS.ErrnoException));
  }
  if (bytes.length > mostBytes) {
    throw new UsageError(`${file}: a file of more than ${mostBytes} bytes; expected a game file, which is shorter.`);
  }
  try {
    return decodeGame(bytes);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as GameError).message}`);
  }
}

/** The file's bytes, but no more than `most`: it may be a device that never ends. */
async function readAtMost(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(most);
    let length = 0;
    while (length < most) {
      const { bytesRead } = await handle.read(buffer, length, most - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

function cannotRead(argument: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EISDIR') return `"${argument}" is a folder; expected a game file.`;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return `game file "${argument}" cannot be read: ${message}`;
  const nearest = nearestName(argument, bundledGameNames);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `"${argument}" is neither a file nor a bundled game.\n  Bundled games: ${bundledGameNames.join(', ')}.${hint}`;
}
