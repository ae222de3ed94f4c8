/**
 * A small sweep in a program of your own: the probability of full data sharing over trust and penalty, as a table.
 *
 *   node examples/developer/heatmap.mjs
 */
import { bundledGame } from '@trilogue/core';
import { sweep } from '@trilogue/engine';

const { x, y, values, backend, performance } = await sweep({
  game: bundledGame('data-sharing'),
  x: { name: 'tau', from: 0.2, to: 0.8, count: 7 },
  y: { name: 'p', from: 0, to: 2, count: 5 },
  metric: 'P(share,share,coordinate)',
  paths: 2000,
  seed: 'example',
});

const cell = (text) => String(text).padStart(6);
console.log(`${cell(y.name)} |${x.values.map((tau) => cell(`${tau.toFixed(1)}`)).join('')}   (${x.name})`);
for (const [j, row] of [...values.entries()].reverse()) {
  console.log(`${cell(y.values[j])} |${row.map((probability) => cell(probability.toFixed(2))).join('')}`);
}
console.error(`${performance.steps.toLocaleString('en')} steps on ${backend} in ${performance.seconds.toFixed(2)} s`);
