/**
 * Property tests under mutation take fewer samples: thousands of runs of the same test are to come.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 20 });
