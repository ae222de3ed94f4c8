/**
 * Every published package as npm would pack it: its files, its metadata, and how Node, TypeScript and bundlers resolve it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import budgets from '../../publish/budgets.json' with { type: 'json' };
import { type Packed, packPackages } from '../../release/pack.mjs';
import { root } from '../../run.mjs';
import { publicPackages } from '../../workspaces.mjs';

const packages = publicPackages();
const rootManifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
let out: string;
let packed: Packed[];
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'trilogue-pack-'));
  packed = packPackages(root, out);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

it('finds the packages', () => {
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['@trilogue/core', 'trilogue']));
  expect(packages.map(({ name }) => name).filter((name) => !(name in budgets))).toEqual([]);
});

describe.each(packages)('$name', ({ folder, name, manifest }) => {
  const tarball = () => packed.find((other) => other.name === name)!;

  it('says what it is, for whom, and under which licence', () => {
    expect(manifest.description).toMatch(/\w.*\.$/);
    expect(manifest.keywords?.length).toBeGreaterThan(2);
    expect(manifest).toMatchObject({
      license: 'MIT',
      engines: rootManifest.engines,
      publishConfig: { access: 'public' },
    });
    expect(readFileSync(join(root, folder, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  it('packs what was built and nothing else', () => {
    const stray = tarball()
      .files.map(({ path }) => path)
      .filter(
        (path) =>
          !/^(dist|bin|api|games)\//.test(path) &&
          !['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'].includes(path),
      );
    expect(stray).toEqual([]);
    expect(tarball().files.map(({ path }) => path)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
  });

  it('has no fault that publint finds', async () => {
    const data = readFileSync(join(out, tarball().filename));
    const buffer = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
    const { messages, pkg } = await publint({ pack: { tarball: buffer } });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it.runIf(manifest.exports?.['.'])('has types that fit, however an ES module may import it', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(join(out, tarball().filename))));
    // The packages are ES modules alone: that old resolution and `require` do not find them as such is meant.
    const problems = (analysis.types ? analysis.problems : []).filter(
      (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
    );
    expect(analysis.types).toBeTruthy();
    expect(problems).toEqual([]);
  });
});
