import { ClusterError } from '@trilogue/cluster';
import { bundledGame } from '@trilogue/core';
import { EngineError } from '@trilogue/engine';
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { Stopped, UsageError } from '../../src/errors/kinds.js';
import { report } from '../../src/errors/report.js';

const abort = new DOMException('This operation was aborted', 'AbortError');
const system = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

function gameError(): unknown {
  try {
    return bundledGame('nothing');
  } catch (error) {
    return error;
  }
}

describe('what an error becomes', () => {
  it.each<[string, unknown, number | undefined, number, string]>([
    ['wrong usage', new UsageError('no such file'), undefined, 2, 'no such file'],
    ['a wrong game', gameError(), undefined, 2, 'unknown game "nothing"'],
    ['a wrong option', new EngineError('option', 'delta'), undefined, 2, 'delta'],
    ['a wrong metric', new EngineError('metric', 'metric'), undefined, 2, 'metric'],
    ['a wrong model', new EngineError('model', 'model'), undefined, 2, 'model'],
    ['a missing backend', new EngineError('backend', 'no adapter'), undefined, 1, 'no adapter'],
    ['a wrong address of a queue', new ClusterError('option', 'address'), undefined, 2, 'address'],
    ['a queue that is away', new ClusterError('redis', 'no Redis'), undefined, 1, 'no Redis'],
    ['a full disk', system, undefined, 1, 'no space left'],
    ['too many open files', coded('EMFILE', 'EMFILE: too many open files, open'), undefined, 1, 'ulimit -n 1024'],
    [
      'a part that is missing',
      coded('ERR_MODULE_NOT_FOUND', 'Cannot find package'),
      undefined,
      1,
      'installed as a whole',
    ],
    ['no memory', new RangeError('Array buffer allocation failed'), undefined, 1, 'failed. There is not enough memory'],
    [
      'a thread without memory',
      coded('ERR_WORKER_OUT_OF_MEMORY', 'Worker terminated'),
      undefined,
      1,
      'not enough memory',
    ],
    ['a bug', new TypeError('x is undefined'), undefined, 1, 'This is a bug in trilogue: x is undefined'],
    ['an abort that nobody asked for', abort, undefined, 1, 'This is a bug'],
    ['Ctrl-C', abort, 130, 130, 'stopped'],
    ['Ctrl-C with something kept', new Stopped('stopped: 3 of 4 cells are kept'), 130, 130, '3 of 4 cells'],
    ['an error while Ctrl-C is under way', system, 130, 1, 'no space left'],
    ['help that was asked for', new CommanderError(0, 'commander.help', ''), undefined, 0, ''],
    ['an option that commander refuses', new CommanderError(1, 'commander.unknownOption', ''), undefined, 2, ''],
  ])('%s', (_, error, stop, code, text) => {
    const found = report(error, stop, false);
    expect(found.code).toBe(code);
    expect(found.text).toContain(text);
    expect(found.text).not.toContain('    at ');
  });

  it('shows the stack only on request', () => {
    expect(report(new UsageError('no such file'), undefined, true).text).toMatch(/no such file\n(?:.*\n)* {4}at /);
  });
});
