/**
 * Property tests under mutation take fewer samples, and do not look for the simplest one that fails: thousands of runs of the same
 * test are to come, and that one fails is all that is asked.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 20, endOnFailure: true });
