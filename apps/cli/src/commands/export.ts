/**
 * `trilogue export GAME --to FORM`: the game and what follows from it as MATLAB, LaTeX, JSON or CSV.
 */
import { basename, dirname } from 'node:path';
import { csvTable, type Game, gameLimits, pointAt } from '@trilogue/core';
import { type Command, Option } from 'commander';
import { UsageError } from '../errors/kinds.js';
import { exportDocument } from '../export/document.js';
import { latexDocument } from '../export/latex/document.js';
import { parts } from '../export/latex/tables.js';
import { matlabFile, matlabScript } from '../export/matlab/script.js';
import { type Subject, subjectOf } from '../export/subject.js';
import { tables } from '../export/tables.js';
import { prepareOut } from '../files/out-folder.js';
import { findGame } from '../options/game.js';
import { addJsonOption, addPointOptions, gameArgument, type PointArguments, pointOptions } from '../options/point.js';
import type { Terminal } from '../output/terminal.js';
import { versions } from '../versions.js';

const forms = ['matlab', 'latex', 'json', 'csv'] as const;

const more = `
Examples:
  trilogue export data-sharing --to matlab --out data_sharing.m    run it in MATLAB or GNU Octave
  trilogue export data-sharing --to latex --out tables.tex         every table; compiles as it is
  trilogue export data-sharing --to latex --table conditions       one table for a paper of your own
  trilogue export data-sharing --to csv --out tables               a folder, one file per table
  trilogue export data-sharing --to csv --table equilibria         one table

Tables in CSV: ${Object.keys(tables).join(', ')}.
Tables in LaTeX: ${Object.keys(parts).join(', ')}.`;

interface Arguments extends PointArguments {
  readonly to: (typeof forms)[number];
  readonly table?: string;
  readonly out?: string;
}

export function addExport(program: Command, terminal: Terminal): void {
  const command = program
    .command('export')
    .summary('the game and its tables as MATLAB, LaTeX, JSON or CSV')
    .description(
      'Writes a game at a point, with its equilibria, stability conditions and stability under noise: as a MATLAB script that also runs in GNU Octave (equations, Euler-Maruyama, Jacobian), as LaTeX tables, as one JSON document, or as CSV tables.',
    )
    .argument('<GAME>', gameArgument)
    .addOption(new Option('--to <FORM>', 'what to write').choices(forms).makeOptionMandatory())
    .option('--table <NAME>', 'one table only, of latex or csv')
    .option('--out <PATH>', 'a file; for all tables in csv a folder (default: standard output)')
    .addHelpText('after', more);
  addJsonOption(addPointOptions(command)).action(async (argument: string, options: Arguments) => {
    checkTable(options);
    const game = await findGame(argument);
    checkSize(game);
    const subject = subjectOf(game, pointAt(game, pointOptions(options)));
    const written = filesOf(subject, options);
    const text = written.map((file) => file.text).join('');
    const { out } = options;
    const paths = out === undefined ? [] : await writeAll(out, written, isFolder(options));
    if (options.to === 'json' && out === undefined) terminal.print(text.trimEnd());
    else if (options.json) {
      terminal.print(
        JSON.stringify({ game: game.name, to: options.to, files: paths, text: out === undefined ? text : null }),
      );
    } else if (out === undefined) terminal.print(text.trimEnd());
    else terminal.print(paths.map((path) => `${path} is written.`).join('\n'));
  });
}

interface Written {
  readonly name: string;
  readonly text: string;
}

function checkTable({ to, table, out }: Arguments): void {
  const known = to === 'csv' ? Object.keys(tables) : to === 'latex' ? Object.keys(parts) : [];
  if (table !== undefined && !known.includes(table)) {
    const expected = known.length === 0 ? `--table is for latex and csv` : `Tables of ${to}: ${known.join(', ')}`;
    throw new UsageError(`unknown table "${table}" of ${to}. ${expected}.`);
  }
  if (to === 'csv' && table === undefined && out === undefined) {
    throw new UsageError(`csv holds one table: give --table (${known.join(', ')}), or --out with a folder for all.`);
  }
}

/** Scripts and tables list the pure profiles one by one. */
function checkSize({ name, players }: Game): void {
  const count = players.reduce((total, { strategies }) => total * strategies.length, 1);
  if (count <= gameLimits.rows) return;
  throw new UsageError(`${name} has ${count} pure profiles; at most ${gameLimits.rows} can be exported.`);
}

function isFolder({ to, table }: Arguments): boolean {
  return to === 'csv' && table === undefined;
}

function filesOf(subject: Subject, { to, table }: Arguments): Written[] {
  const { game, point } = subject;
  const version = versions().trilogue;
  switch (to) {
    case 'matlab':
      return [{ name: matlabFile(game), text: matlabScript(game, point, version) }];
    case 'json':
      return [{ name: `${game.name}.json`, text: `${JSON.stringify(exportDocument(subject, version), null, 2)}\n` }];
    case 'latex': {
      const text = table === undefined ? latexDocument(subject, version) : parts[table]!(subject, 'tabular');
      return [{ name: `${game.name}.tex`, text: `${text}\n` }];
    }
    case 'csv':
      return Object.entries(tables)
        .filter(([name]) => table === undefined || name === table)
        .map(([name, make]) => {
          const { head, rows } = make(subject);
          return { name: `${name}.csv`, text: csvTable(head, rows) };
        });
  }
}

async function writeAll(out: string, files: readonly Written[], folder: boolean): Promise<string[]> {
  const place = folder ? out : dirname(out);
  const named = files.map(({ name, text }) => ({ name: folder ? name : basename(out), text }));
  await prepareOut(
    place,
    named.map(({ name }) => name),
  );
  const { writeWhole } = await import('@trilogue/results');
  for (const { name, text } of named) await writeWhole(place, name, text);
  return named.map(({ name }) => (folder ? `${out.replace(/\/+$/, '')}/${name}` : out));
}
