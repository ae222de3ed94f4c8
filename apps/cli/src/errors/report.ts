/**
 * From whatever was thrown to an exit code and the text for standard error.
 * Owns the exit codes of the command line: 2 for wrong usage or a wrong file, 1 for failure, 130 and 143 for a stop.
 */
import type { ClusterError } from '@trilogue/cluster';
import type { EngineError } from '@trilogue/engine';
import { CommanderError } from 'commander';
import { Failed, isNamed, Stopped, UsageError } from './kinds.js';

export interface Report {
  readonly code: number;
  /** Empty where everything has been said. */
  readonly text: string;
}

const failure = 1;
const wrongUsage = 2;

/**
 * @param stop exit code of the signal that stopped the run, where one did
 * @param debug whether the stack is shown
 */
export function report(error: unknown, stop: number | undefined, debug: boolean): Report {
  const { code, text } = reported(error, stop);
  return debug && error instanceof Error && text !== '' ? { code, text: `${text}\n${error.stack}` } : { code, text };
}

function reported(error: unknown, stop: number | undefined): Report {
  if (stop !== undefined && isAbort(error)) {
    return { code: stop, text: error instanceof Stopped ? error.message : 'stopped' };
  }
  // commander has written its own message, or the help that was asked for
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : wrongUsage, text: '' };
  if (
    error instanceof UsageError ||
    ['GameError', 'SensitivityError', 'StudyError', 'ResultError'].some((name) => isNamed(error, name))
  ) {
    return { code: wrongUsage, text: (error as Error).message };
  }
  if (isNamed<EngineError>(error, 'EngineError')) {
    return { code: error.code === 'backend' ? failure : wrongUsage, text: error.message };
  }
  if (isNamed<ClusterError>(error, 'ClusterError')) {
    return { code: error.code === 'option' ? wrongUsage : failure, text: error.message };
  }
  if (error instanceof Failed) return { code: failure, text: error.message };
  const limit = limitWords(error);
  if (limit !== null || isSystemError(error)) {
    return { code: failure, text: [(error as Error).message, limit].filter(Boolean).join('. ') };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: failure,
    text: `This is a bug in trilogue: ${message}\nPlease report it with the command, the seed and the game file. TRILOGUE_DEBUG=1 shows where it is.`,
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error instanceof Stopped);
}

/** What to do where the machine, and neither the user nor trilogue, is at its limit; null for any other error. */
function limitWords(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EMFILE' || code === 'ENFILE') return 'Let the process open more files, such as ulimit -n 1024.';
  if (code === 'ERR_MODULE_NOT_FOUND') {
    return 'A part of trilogue cannot be loaded: it is not installed as a whole, or the process may open too few files (ulimit -n).';
  }
  if (outOfMemory.includes(code ?? '') || message === 'Array buffer allocation failed') {
    return 'There is not enough memory for that on this machine.';
  }
  return null;
}

const outOfMemory = ['ERR_MEMORY_ALLOCATION_FAILED', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_STRING_TOO_LONG', 'ENOMEM'];
/** Codes of a machine at its limit, for which nobody gave a wrong option. */
const machineCodes = ['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM'];

/** Whether an error of the operating system is the machine's and not that of who chose the file. */
export function isMachineError({ code = '' }: NodeJS.ErrnoException): boolean {
  return machineCodes.includes(code);
}

/** What the operating system refuses, such as a full disk: the message names the call and the file. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && typeof (error as NodeJS.ErrnoException).code === 'string';
}
