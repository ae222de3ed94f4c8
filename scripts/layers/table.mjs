/**
 * The layers of the repository as data: which workspace may import which. An entry may name only entries above it, so there can
 * be no cycle between packages. Owns nothing of how imports are found.
 */

/**
 * @typedef {object} Layer
 * @property {string} folder path from the root of the repository
 * @property {string} name the name that imports use
 * @property {readonly string[]} values names whose values and types `src` may import
 * @property {readonly string[]} types names whose types alone `src` may import
 * @property {readonly string[]} [rooms] folders of `src` in the order of the work: each may import those before it alone
 */

/** Names of the packages that tests and tools may import besides. They are never published, so `src` may not. */
export const testOnly = ['@internal/problems', '@internal/testing'];

const core = '@trilogue/core';
const random = '@trilogue/random';
const analysis = '@trilogue/analysis';
const engine = '@trilogue/engine';
const sensitivity = '@trilogue/sensitivity';
const charts = '@trilogue/charts';
const study = '@trilogue/study';
const report = '@trilogue/report';
const cluster = '@trilogue/cluster';
const results = '@trilogue/results';
const studio = '@trilogue/studio';
const packages = [core, random, analysis, engine, sensitivity, study, charts, report, cluster, results];

/** @type {readonly Layer[]} */
export const layers = [
  {
    ...{ folder: 'packages/core', name: core, values: [], types: [] },
    rooms: 'fault polynomial expression equation game field definition description file games'.split(' '),
  },
  { folder: 'packages/random', name: random, values: [], types: [] },
  { folder: 'internal/testing', name: '@internal/testing', values: [], types: [] },
  { folder: 'internal/problems', name: '@internal/problems', values: [core, random], types: [] },
  { folder: 'packages/analysis', name: analysis, values: [core], types: [] },
  {
    ...{ folder: 'packages/engine', name: engine, values: [core, random], types: [] },
    rooms: ['program', 'schemes', 'measures', 'backends', 'runs'],
  },
  { folder: 'packages/sensitivity', name: sensitivity, values: [random], types: [] },
  { folder: 'packages/study', name: study, values: [core, engine, sensitivity], types: [] },
  { folder: 'packages/charts', name: charts, values: [], types: [core, analysis, engine, sensitivity] },
  {
    ...{ folder: 'packages/results', name: results, values: [core, random, engine, sensitivity, study], types: [] },
    rooms: ['files', 'sealed', 'manifest', 'sweep', 'study', 'verify'],
  },
  { folder: 'packages/report', name: report, values: [core, analysis, engine, study, charts], types: [] },
  { folder: 'packages/cluster', name: cluster, values: [core, engine], types: [] },
  { folder: 'apps/studio', name: studio, values: packages, types: [] },
  { folder: 'apps/cli', name: 'trilogue', values: [...packages, studio], types: [] },
];
