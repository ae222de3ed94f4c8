/**
 * The jobs of the compute worker, by name. A new one is a file in jobs/ and a line here.
 */
import { ensemble } from './jobs/ensemble';
import { heatmap } from './jobs/heatmap';
import { paths } from './jobs/paths';

export const jobs = { ensemble, heatmap, paths };
