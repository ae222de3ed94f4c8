/**
 * Preloaded into a process: right before each change that it makes to the disk, the folder SNAPSHOTS_OF, with all that a kill at
 * this moment would leave in it, is copied to SNAPSHOTS_TO/1, 2 and so on.
 */
import { constants, cpSync, existsSync, mkdirSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { SNAPSHOTS_OF: from, SNAPSHOTS_TO: to } = process.env;
let changes = 0;

function before(name, changesDisk = () => true) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (changesDisk(...args)) {
      const at = join(to, `${++changes}`);
      if (existsSync(from)) cpSync(from, at, { recursive: true });
      else mkdirSync(at, { recursive: true });
    }
    return real(...args);
  };
}

before('mkdir');
before('rename');
before('rm');
before('open', (_, flags) => (flags & constants.O_CREAT) !== 0);
syncBuiltinESMExports();
