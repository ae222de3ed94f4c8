/**
 * The pictures of an analysis, SVG and PNG: bars of groups and of factors, a Morris plot, bars of correlations, a tornado.
 */

import type { ChartDescription, Heading } from '@trilogue/charts';
import type { Game } from '@trilogue/core';
import { describeMetric } from '@trilogue/engine';
import type { StudyDocument } from '@trilogue/results';
import { methods } from '@trilogue/study';
import type { Picture } from '../files/out-folder.js';
import { departures, pathsWords } from '../output/caption.js';
import { brief, count } from '../output/figures.js';
import { versions } from '../versions.js';

/** Pixels of the PNG per pixel of the SVG: sharp in print. */
const pngScale = 2;
/** Groups that charts can colour. */
const mostColours = 7;

export async function drawStudy(game: Game, document: StudyDocument): Promise<Picture[]> {
  const charts = await import('@trilogue/charts');
  const drawn: Picture[] = [];
  for (const [name, description] of describe(charts, game, document)) {
    const svg = await charts.renderSvg(description);
    drawn.push({ name, svg, png: await charts.renderPng(svg, { scale: pngScale }) });
  }
  return drawn;
}

/** Small print. */
function studyCaption(document: StudyDocument): string {
  const { method, samples, runs, paths, dt, backend, seed } = document;
  const parts = [
    `${count(samples)} ${methods[method].counts}, ${count(runs)} runs of ${pathsWords({ paths })}`,
    ...(dt === null ? [document.scheme] : [`dt ${brief(dt)}`, backend]),
    ...[`seed "${seed}"`, `trilogue ${versions().trilogue}`],
  ];
  return parts.join(', ');
}

function describe(
  { sobolBars, morrisPlot, correlationBars, tornado }: typeof import('@trilogue/charts'),
  game: Game,
  document: StudyDocument,
): [string, ChartDescription][] {
  const metric = describeMetric(game, document.metric);
  const changed = departures(document);
  const heading: Heading = { title: document.title, caption: studyCaption(document) };
  const subtitle = [`${methods[document.method].title}: ${metric.title ?? metric.name}`, ...changed].join(', ');
  const titles = new Map(document.factors.map(({ name, title }) => [name, title]));
  const coloured = new Set(document.indices.map(({ group }) => group)).size <= mostColours;
  const named = ({ parameter, group }: { parameter: string; group: string | null }) => ({
    name: parameter,
    title: titles.get(parameter),
    group: coloured ? (group ?? undefined) : undefined,
  });
  switch (document.method) {
    case 'sobol': {
      const factors = document.indices.map((index) => ({ ...index, ...named(index) }));
      const groups = document.groups.map((index) => ({ ...index, name: index.group }));
      const bars = (indices: typeof groups) =>
        sobolBars({ ...heading, subtitle, indices: indices.toSorted((a, b) => b.total - a.total) });
      return [
        ...(groups.length === 0 ? [] : [['groups', bars(groups)] as [string, ChartDescription]]),
        ['factors', bars(factors as typeof groups)],
      ];
    }
    case 'morris': {
      const factors = document.indices.map((index) => ({
        ...{ ...named(index), muStar: index.muStar, sigma: index.sigma },
        interval: [index.muStarLow, index.muStarHigh] as const,
      }));
      return [['morris', morrisPlot({ ...heading, subtitle, metric, factors })]];
    }
    case 'oat': {
      const end = ({ at, values, lows, highs }: (typeof document.indices)[number], i: number) => ({
        ...{ value: at.at(i)!, output: values.at(i)! },
        interval: [lows.at(i)!, highs.at(i)!] as const,
      });
      // in the order of the game, so that groups have the colours that they have in the other pictures
      const place = (name: string) => document.factors.findIndex((factor) => factor.name === name);
      const bars = document.indices.toSorted((a, b) => place(a.parameter) - place(b.parameter));
      const factors = bars.map((bar) => ({ ...named(bar), low: end(bar, 0), high: end(bar, -1) }));
      return [['tornado', tornado({ ...heading, subtitle, metric, base: document.base.value, factors })]];
    }
    case 'prcc': {
      const factors = document.indices.map((index) => ({
        ...{ ...named(index), correlation: index.correlation, p: index.p },
        interval: [index.correlationLow, index.correlationHigh] as const,
      }));
      return [['correlations', correlationBars({ ...heading, subtitle, factors })]];
    }
  }
}
