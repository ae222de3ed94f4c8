/**
 * From vitest's JSON report and the exit code of `npm test` to one line, `N passed, N failed`, and an exit code.
 * A test file that could not run counts as one failure, and so does a run in which no test failed that
 * failed all the same, or ran no test at all.
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
const allWell = exitCode === '0' && report.numPassedTests > 0;
const failed = allWell ? failures : Math.max(failures, 1);

console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
