/**
 * Charts in which every text is the given one: to prove that texts stay texts.
 */
import { basinMap } from '../src/basins/basin-map.js';
import { comparison } from '../src/comparison/comparison.js';
import type { ChartDescription } from '../src/description.js';
import { evolution } from '../src/evolution/evolution.js';
import { scenarioBars } from '../src/outcomes/scenario-bars.js';
import { passageTimes } from '../src/passage/passage-times.js';
import { cube } from '../src/phase/cube.js';
import { portrait } from '../src/phase/portrait.js';
import { workPrecision } from '../src/precision/work-precision.js';
import { correlationBars } from '../src/sensitivity/correlation-bars.js';
import { morrisPlot } from '../src/sensitivity/morris-plot.js';
import { sobolBars } from '../src/sensitivity/sobol-bars.js';
import { tornado } from '../src/sensitivity/tornado.js';

const size = { width: 2400, height: 1400 };
const half = { probability: 0.5, low: 0.4, high: 0.6 };

/** One description of each chart that takes texts, laid out so wide that none is cut. */
export function hostileCharts(text: string): ChartDescription[] {
  const heading = { title: text, subtitle: text, caption: text };
  const names = { name: text, title: text, group: text };
  const table = [
    [0, 1],
    [1, 0],
  ];
  const end = { value: 1, output: 2 };
  const index = { first: 0.1, firstLow: 0, firstHigh: 0.2, total: 0.3, totalLow: 0.2, totalHigh: 0.4 };
  const starts = [{ name: text, shares: [{ line: [0, 1] }] }];
  const axis = { ...names, values: [0, 1] };
  const metric = { name: text, title: text };
  return [
    basinMap({ ...heading, x: axis, y: axis, profile: [text], probability: table, low: table, high: table }, size),
    comparison(
      { ...heading, x: axis, metric, levels: [text], panels: [{ title: text, curves: [{ values: [0, 1] }] }] },
      size,
    ),
    evolution({ ...heading, times: [0, 1], shares: [names], starts }, size),
    scenarioBars({ ...heading, scenarios: [{ ...names, outcomes: [{ profile: [text], ...half }] }] }, size),
    passageTimes({ ...heading, edges: [0, 1], paths: 2, profiles: [{ profile: [text], counts: [1] }] }, size),
    cube({ ...heading, axes: [names, names, names], paths: [{ points: [[0, 0, 0]], group: text }] }, size),
    portrait({ ...heading, x: names, y: names, paths: [{ points: [[0, 0]], group: text }] }, size),
    tornado({ ...heading, metric, base: 1, factors: [{ ...names, low: end, high: end }] }, size),
    sobolBars({ ...heading, indices: [{ ...names, ...index }] }, size),
    correlationBars({ ...heading, factors: [{ ...names, correlation: 0.5, interval: [0.4, 0.6], p: 0.5 }] }, size),
    morrisPlot({ ...heading, metric, factors: [{ ...names, muStar: 1, sigma: 1 }] }, size),
    workPrecision(
      { ...heading, cost: names, error: names, schemes: [{ name: text, points: [{ dt: 1, cost: 1, error: 1 }] }] },
      size,
    ),
  ];
}
