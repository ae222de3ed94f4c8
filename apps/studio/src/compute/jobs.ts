/**
 * The jobs of the compute worker, by name. A new one is a file in jobs/ and a line here.
 */
import { advice } from './jobs/advice';
import { conditions } from './jobs/conditions';
import { ensemble } from './jobs/ensemble';
import { equilibria } from './jobs/equilibria';
import { heatmap } from './jobs/heatmap';
import { paths } from './jobs/paths';
import { phase } from './jobs/phase';
import { sobol } from './jobs/sobol';
import { tornado } from './jobs/tornado';

export const jobs = { advice, conditions, ensemble, equilibria, heatmap, paths, phase, sobol, tornado };
