/** `npm run release:pack`: the tarballs of this checkout as it is, in `.trilogue/release`. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from '../bootstrap.mjs';
import { root } from '../run.mjs';
import { copyForRelease } from './copy.mjs';
import { packPackages } from './pack.mjs';

await bootstrap();
const out = join(root, '.trilogue', 'release');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const copy = copyForRelease();
try {
  for (const { filename } of packPackages(copy, out)) console.log(join(out, filename));
} finally {
  rmSync(copy, { recursive: true, force: true });
}
