/**
 * `docs/reference`, which is made and not committed: the readme of each workspace, what each package exports by TypeDoc, and the help of
 * every command as the program prints it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application, LogLevel } from 'typedoc';
import { program } from '../../apps/cli/dist/program.js';
import { root } from '../run.mjs';
import { publicPackages } from '../workspaces.mjs';
import { writeGallery } from './gallery.mjs';

const reference = join(root, 'docs', 'reference');

/** Options that the plugin adds to TypeDoc's. @type {Record<string, unknown>} */
const markdownOptions = {
  router: 'module',
  entryFileName: 'index',
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  expandObjects: true,
  useHTMLAnchors: true,
  anchorPrefix: 'api-',
  pageTitleTemplates: {
    /** @param {{ name: string }} module */
    module: ({ name }) => `Exports of @trilogue/${name.replace('/api', '')}`,
  },
  ...Object.fromEntries(
    ['parameters', 'interfaceProperties', 'typeAliasProperties', 'enumMembers'].map((what) => [
      `${what}Format`,
      'table',
    ]),
  ),
};

/** Writes `docs/reference` anew. Takes some ten seconds, most of it TypeDoc's. */
export async function writeReference() {
  await writeExports();
  for (const { folder, name } of publicPackages(root)) writeReadme(folder, name.replace('@trilogue/', ''));
  writeFileSync(join(reference, 'command-line.md'), await commandLine());
  writeGallery(reference);
}

/** @param {string} folder @param {string} name */
function writeReadme(folder, name) {
  mkdirSync(join(reference, name), { recursive: true });
  const text = readFileSync(join(root, folder, 'README.md'), 'utf8');
  // Its links start from where it really stands.
  writeFileSync(join(reference, name, 'index.md'), `---\nsource: ${folder}/README.md\n---\n\n${text}`);
}

/** The help of all commands, one section each. */
async function commandLine() {
  /** @type {string[]} */
  const printed = [];
  const silent = () => {};
  const command = await program(
    { signal: new AbortController().signal, print: silent, write: async () => {}, warn: silent, note: silent },
    [],
  );
  /** @param {typeof command} one */
  const help = (one) => {
    one.configureOutput({ writeOut: (text) => printed.push(text), getOutHelpWidth: () => 100 }).outputHelp();
    return `\`\`\`text\n${printed.splice(0).join('').trimEnd()}\n\`\`\`\n`;
  };
  const sections = command.commands
    .filter((one) => one.name() !== 'help')
    .map((one) => `## trilogue ${one.name()}\n\n${help(one)}`);
  const head = '# Command line\n\nWhat `--help` prints, as the program has it.\n';
  return [head, help(command), ...sections].join('\n');
}

/** What the packages export, one page each: `docs/reference/NAME/api.md`. */
async function writeExports() {
  const packages = publicPackages(root).filter(({ folder }) => folder.startsWith('packages/'));
  const app = await Application.bootstrapWithPlugins({
    entryPoints: packages.map(({ folder }) => join(root, folder, 'src', 'index.ts')),
    tsconfig: join(import.meta.dirname, 'tsconfig.reference.json'),
    plugin: ['typedoc-plugin-markdown'],
    outputs: [{ name: 'markdown', path: reference }],
    readme: 'none',
    logLevel: LogLevel.Warn,
    disableSources: true,
    excludeExternals: true,
    ...markdownOptions,
  });
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc found no packages; its messages are above');
  for (const module of project.children ?? []) module.name = module.name.replace(/\/src$/, '/api');
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error('TypeDoc found mistakes; its messages are above');
  rmSync(join(reference, 'index.md'));
}
