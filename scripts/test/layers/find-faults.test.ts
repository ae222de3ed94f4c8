import { describe, expect, it } from 'vitest';
import { findFaults } from '../../layers/find-faults.mjs';

const table = {
  layers: [
    { folder: 'packages/core', name: '@trilogue/core', values: [], types: [], rooms: ['fault', 'game', 'file'] },
    { folder: 'packages/engine', name: '@trilogue/engine', values: ['@trilogue/core'], types: [] },
    { folder: 'packages/charts', name: '@trilogue/charts', values: [], types: ['@trilogue/engine'] },
  ],
  testOnly: ['@internal/testing'],
};

/** What is found when a file imports something: `line: found`, one per fault. */
function faults(path: string, text: string): string[] {
  return findFaults([{ path, text }], table).map(({ line, found }) => `${line}: ${found}`);
}

describe('findFaults in src', () => {
  it.each([
    ['packages/core/src/game/game.ts', "import { a } from './place.js';"],
    ['packages/core/src/game/game.ts', "import { a } from '../fault/index.js';"],
    ['packages/core/src/game/game.ts', "import { a } from 'yaml';\nimport 'node:fs';\nimport '#threads';"],
    ['packages/core/src/file/read.ts', "import { a } from '../game/game.js';\nimport { b } from '../other/b.js';"],
    ['packages/engine/src/plan.ts', "import { a } from '@trilogue/core';"],
    ['packages/engine/src/plan.ts', "import { version } from '@trilogue/core/package.json';"],
    ['packages/charts/src/heatmap.ts', "import type { Sweep } from '@trilogue/engine';"],
  ])('lets %s do: %s', (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });

  it.each([
    ['a layer above', 'packages/core/src/a.ts', "'@trilogue/engine'", '@trilogue/core imports @trilogue/engine'],
    ['a neighbour', 'packages/engine/src/a.ts', "'@trilogue/charts'", '@trilogue/engine imports @trilogue/charts'],
    [
      'values where types are allowed',
      'packages/charts/src/a.ts',
      "'@trilogue/engine'",
      'a value from @trilogue/engine',
    ],
    ['itself by name', 'packages/core/src/a.ts', "'@trilogue/core'", '"@trilogue/core" is the package itself'],
    [
      'inner files of another package',
      'packages/engine/src/a.ts',
      "'@trilogue/core/dist/game.js'",
      '"@trilogue/core/dist/game.js" reaches into @trilogue/core',
    ],
    ['a package that is not ours', 'packages/core/src/a.ts', "'@trilogue/cores'", '"@trilogue/cores" is in no layer'],
    [
      'a later room of its own package',
      'packages/core/src/game/a.ts',
      "'../file/read.js'",
      '"../file/read.js" is in file, which comes after game',
    ],
    ['test helpers', 'packages/core/src/a.ts', "'@internal/testing'", '@trilogue/core imports @internal/testing'],
    ['its index', 'packages/core/src/a.ts', "'./index.js'", '"./index.js" is the package\'s own index'],
    [
      'its index from a folder',
      'packages/core/src/game/a.ts',
      "'../index.js'",
      '"../index.js" is the package\'s own index',
    ],
    ['its index by the folder', 'packages/core/src/game/a.ts', "'..'", '".." is the package\'s own index'],
    [
      'a file of another package',
      'packages/engine/src/a.ts',
      "'../../core/src/game.js'",
      '"../../core/src/game.js" leaves the package',
    ],
  ])('forbids %s', (_, path, specifier, found) => {
    expect(faults(path, `\nimport { a } from ${specifier};`)).toEqual([`2: ${found}`]);
  });

  it('forbids a value import between type imports', () => {
    const text = "import type { A } from '@trilogue/engine';\nexport { b } from '@trilogue/engine';";
    expect(faults('packages/charts/src/a.ts', text)).toEqual(['2: a value from @trilogue/engine']);
  });

  it('says what to do', () => {
    const [fault] = findFaults([{ path: 'packages/core/src/a.ts', text: "import '@trilogue/engine';" }], table);
    expect(fault?.remedy).toBe('it may import no package of ours: move the code up a layer, or what it needs down');
  });

  it('reports files of a workspace that the table lacks', () => {
    expect(faults('packages/new/src/a.ts', '')).toEqual(['1: a file of a workspace that has no layer']);
  });
});

describe('findFaults in tests and tools', () => {
  it.each([
    ['packages/core/test/game/a.test.ts', "import { a } from '../../src/game/a.js';"],
    ['packages/core/test/index.test.ts', "import * as api from '@trilogue/core';"],
    ['packages/core/test/a.test.ts', "import { a } from '@internal/testing';"],
    ['packages/core/scripts/a.mjs', "import { a } from '@internal/testing';"],
    ['packages/charts/test/a.test.ts', "import { a } from '@trilogue/engine';"],
  ])('lets %s do: %s', (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });

  it('forbids the layer above and files of another package', () => {
    const text = "import '@trilogue/engine';\nimport '../../engine/src/a.js';";
    expect(faults('packages/core/test/a.test.ts', text)).toEqual([
      '1: @trilogue/core imports @trilogue/engine',
      '2: "../../engine/src/a.js" leaves the package',
    ]);
  });
});
