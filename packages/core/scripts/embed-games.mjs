/**
 * Writes `src/games/texts.generated.ts` from `games/*.game.yaml`. Prints the module instead with `--print`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../games/', import.meta.url);
const ending = '.game.yaml';

const entries = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort()
  .map((name) => {
    const text = readFileSync(new URL(name + ending, folder), 'utf8').replaceAll('\r\n', '\n');
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
    return `  ${key}: \`${text.replace(/[\\`]|\$\{/g, '\\$&')}\`,\n`;
  });

const module = `/**
 * Texts of the bundled games. Made by \`scripts/embed-games.mjs\` from \`games/\`; change the files there.
 */
export const texts: Readonly<Record<string, string>> = {
${entries.join('')}};
`;

if (process.argv.includes('--print')) process.stdout.write(module);
else writeFileSync(new URL('../src/games/texts.generated.ts', import.meta.url), module);
