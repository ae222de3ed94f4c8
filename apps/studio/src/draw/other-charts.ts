/** The charts that the first picture does without. */
export { comparison, cube, portrait, scenarioBars, sobolBars, tornado } from '@trilogue/charts';
