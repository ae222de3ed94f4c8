/**
 * The jobs of the compute worker, by name. A new one is a file in jobs/ and a line here. Those of the first picture are there
 * from the beginning; the others, and the packages that they need, are loaded when they are first asked for.
 */
import { ensemble } from './jobs/ensemble';
import { heatmap } from './jobs/heatmap';

/** Jobs that run aside, since the page does not wait for them. */
export const asides: ReadonlySet<string> = new Set(['report']);

/** Jobs of the first picture, whose coarse pass need not wait for a graphics device. */
export const ofFirstPicture: ReadonlySet<string> = new Set(['ensemble', 'heatmap']);

export const jobs = {
  advice: async () => (await import('./jobs/advice')).advice,
  ensemble: async () => ensemble,
  heatmap: async () => heatmap,
  paths: async () => (await import('./jobs/paths')).paths,
  phase: async () => (await import('./jobs/phase')).phase,
  report: async () => (await import('./jobs/report')).report,
  sobol: async () => (await import('./jobs/sobol')).sobol,
  tornado: async () => (await import('./jobs/tornado')).tornado,
};
