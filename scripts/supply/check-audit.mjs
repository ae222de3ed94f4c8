/**
 * `npm run check:audit`: known faults of what we depend on. Exits 1 with one that is high or critical, and also where the registry refuses to
 * say: an audit that did not happen is no good audit.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, root, run } from '../run.mjs';

const folders = ['.', ...readdirSync(join(root, 'tools')).map((name) => `tools/${name}`)].filter((folder) =>
  existsSync(join(root, folder, 'package-lock.json')),
);
for (const folder of folders) {
  const [program, ...first] = npmCommand;
  const args = ['audit', '--json', '--package-lock-only', '--prefix', folder];
  const { text } = await run([program, ...first, ...args], { output: 'keep' });
  const report = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  const counts = report.metadata?.vulnerabilities;
  if (!counts) {
    console.error(`${folder}: not audited, the registry refused: ${report.message ?? report.error?.summary ?? text}`);
    process.exitCode = 1;
    continue;
  }
  console.log(`${folder}: ${counts.total} known faults, ${counts.high} high, ${counts.critical} critical`);
  if (counts.high + counts.critical === 0) continue;
  process.exitCode = 1;
  for (const { name, severity, range } of Object.values(report.vulnerabilities))
    console.error(`  ${severity}: ${name} ${range}`);
}
