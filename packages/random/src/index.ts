/**
 * @trilogue/random: random numbers by address. Public names only.
 */
export { type Key, keyOf } from './key.js';
export { latinHypercube } from './latin-hypercube.js';
export { normalPair } from './normal.js';
export { normalDensity, normalHalf, normalQuantile } from './normal-quantile.js';
export { type Block, philox4x32, philoxInto } from './philox.js';
export { normalConstants } from './single-precision.js';
export { SOBOL_DIMENSIONS, type SobolOptions, sobolPoints } from './sobol-points.js';
export { createStream, STREAM_LENGTH, type Stream, unitOf, wordAt } from './stream.js';
