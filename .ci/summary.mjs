/**
 * From vitest's JSON report and the exit code of `npm test` to one line, `N passed, N failed`, and an exit code.
 * A test file that could not run counts as one failure, and so does a check besides the tests where no test failed.
 */
import { existsSync, readFileSync } from 'node:fs';

const [reportFile = '', exitCode = ''] = process.argv.slice(2);

/** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
const report = existsSync(reportFile)
  ? JSON.parse(readFileSync(reportFile, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, testResults: [] };

const filesThatDidNotRun = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
).length;
const failures = report.numFailedTests + filesThatDidNotRun;
const failed = exitCode === '0' ? failures : Math.max(failures, 1);

console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
