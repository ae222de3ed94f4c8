/** A design from its recipe: how a run that was cut off finds its points again. */
import { checkObject } from '../check.js';
import { SensitivityError } from '../errors.js';
import type { Design } from './contract.js';
import { gridDesign } from './grid.js';
import { latinHypercubeDesign } from './latin-hypercube.js';
import { morrisDesign } from './morris.js';
import { oneAtATimeDesign } from './one-at-a-time.js';
import type { Recipe } from './recipe.js';
import { saltelliDesign } from './saltelli.js';
import { sobolPointsDesign } from './sobol-points.js';

/**
 * The design of a recipe, the same rows as before. The recipe may have been through JSON.
 *
 * @throws SensitivityError where the recipe is not one that a design could have.
 */
export function rebuildDesign(recipe: Recipe): Design {
  checkObject('A recipe', recipe);
  switch (recipe.method) {
    case 'grid':
      return gridDesign(recipe.factors, recipe);
    case 'latin-hypercube':
      return latinHypercubeDesign(recipe.factors, recipe);
    case 'morris':
      return morrisDesign(recipe.factors, recipe);
    case 'one-at-a-time':
      return oneAtATimeDesign(recipe.factors, recipe);
    case 'saltelli':
      return saltelliDesign(recipe.factors, recipe);
    case 'sobol-points':
      return sobolPointsDesign(recipe.factors, recipe);
    default:
      throw new SensitivityError('option', `There is no design "${(recipe as { method: unknown }).method}".`);
  }
}
