/**
 * @internal/testing: law assertions and statistical bounds, browsers and drivers for tests. Public names only.
 */
export { ksBound, ksDistance } from './kolmogorov-smirnov.js';
export { type LogLogFit, slope } from './slope.js';
export { binomialBound, expectWithin } from './within.js';
