/**
 * Pictures of the dynamics: the space of the shares, evolution from a grid of starts, the metric over the start.
 */
import { basinMap, cube, curve, evolution, heatmap, type Metric, portrait, type Size } from '@trilogue/charts';
import type { EvolutionFigures } from '../gather/evolution.js';
import type { PhaseFigures } from '../gather/phase.js';
import type { StartMap } from '../gather/start-map.js';
import type { Told } from '../gather/told.js';
import type { Picture } from '../html/figure.js';
import { brief } from '../text/figures.js';
import { picture } from './render.js';

export function drawPhase(phase: PhaseFigures): Promise<Picture> {
  const axes = phase.axes.map((name) => ({ name }));
  const { paths, equilibria, at, drift } = phase;
  if (phase.kind === 'cube')
    return picture((size) => cube({ title: 'The cube of the shares', bare: true, axes, paths, equilibria }, size));
  const [x, y] = axes;
  const arrows = drift === null ? undefined : { ...drift, x: drift.grid, y: drift.grid };
  const input = { title: titles[phase.kind], bare: true, x: x!, y: y!, at, paths, equilibria, drift: arrows };
  return picture((size) => portrait(input, size));
}

const titles = {
  square: 'The square of the shares',
  triangle: 'The triangle of the shares',
  section: 'A section through the shares',
} as const;

export function drawEvolution({ times, shares, starts }: EvolutionFigures): Promise<Picture> {
  const named = (at: readonly (readonly number[])[]) => {
    const own = at.flatMap((list) => (list.length === 2 ? [list[0]!] : list));
    return `from ${own.length === 1 ? brief(own[0]!) : `(${own.map(brief).join(', ')})`}`;
  };
  const input = {
    title: 'Evolution over time from a grid of starts',
    bare: true,
    ...{ times, shares: shares.map((name) => ({ name })) },
    starts: starts.map(({ at, lines }) => ({
      name: named(at),
      shares: lines.map(({ plain, q10, q90 }) => ({
        line: plain,
        ...(q10 === null || q90 === null ? {} : { low: q10, high: q90 }),
      })),
    })),
  };
  return picture((size) => evolution(input, size), panelSize(shares.length), phonePanels(shares.length));
}

/** Panels for shares, three in a row of wide paper. */
export function panelSize(panels: number): Partial<Size> {
  return { height: 75 + 225 * Math.ceil(panels / 3) };
}

/** The same under one another, with as many lines of a key below as need be. */
export function phonePanels(panels: number): Partial<Size> {
  return { height: 120 + 195 * panels };
}

export function drawStart(map: StartMap, metric: Metric): Promise<Picture> {
  const heading = { title: 'How it depends on the start', bare: true };
  const x = { name: map.axes[0]!, values: map.x };
  const rows = (of: keyof Told) => map.cells.map((row) => row.map((told) => told[of]));
  const [values, low, high] = [rows('value'), rows('low'), rows('high')];
  if (map.kind === 'curve') {
    const line = { x, metric, values: values[0]!, low: low[0]!, high: high[0]! };
    return picture((size) => curve({ ...heading, ...line }, size), { height: 380 }, { height: 300 });
  }
  const y = { name: map.axes[1]!, values: map.y };
  const { profile, at, boundary: separatrix } = map;
  if (profile === null)
    return picture(
      (size) => heatmap({ ...heading, x, y, metric, values, low, high, hatch: 'none' }, size),
      {},
      phoneMap,
    );
  const basin = { x, y, profile, probability: values, low, high, at, separatrix };
  return picture((size) => basinMap({ ...heading, ...basin }, size), {}, phoneMap);
}

/** A map whose cells are about square. */
export const phoneMap: Partial<Size> = { height: 350 };
