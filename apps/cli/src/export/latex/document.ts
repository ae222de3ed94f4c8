/**
 * All tables of a game as one LaTeX document that compiles as it is.
 */
import type { Subject } from '../subject.js';
import { latexText } from './symbols.js';
import { parts } from './tables.js';

/** In the order of the document. */
const headings: Readonly<Record<string, string>> = {
  payoffs: 'Payoffs',
  parameters: 'Parameters',
  equations: 'Equations without noise',
  equilibria: 'Equilibria',
  conditions: 'Stability conditions of the pure profiles',
  intervals: 'How far one parameter may move while the verdict stays',
  noise: 'Stability under noise',
};

/** What is left out where the analysis of pure profiles is not made for a game. */
const ofPureProfiles: readonly string[] = ['conditions', 'intervals', 'noise'];

const preamble = [
  '\\documentclass[10pt]{article}',
  '\\usepackage[a4paper, margin=18mm]{geometry}',
  '\\usepackage{iftex}',
  '% Letters beyond Latin ones need LuaLaTeX or XeLaTeX and a font that has them.',
  '\\ifPDFTeX\\usepackage[utf8]{inputenc}\\else\\usepackage{fontspec}\\fi',
  '\\usepackage{amsmath, array, booktabs, longtable}',
  '\\setlength{\\LTleft}{0pt}',
];

/** @param version Of the program that writes it. */
export function latexDocument(subject: Subject, version: string): string {
  const { game, description } = subject;
  const noiseless = game.noise.kind === 'none';
  const sections = Object.entries(parts)
    .filter(([name]) => !(noiseless && name === 'noise') && !(name === 'parameters' && game.parameters.length === 0))
    .filter(([name]) => subject.noConditions === undefined || !ofPureProfiles.includes(name))
    .flatMap(([name, print]) => [
      '',
      `\\section*{${headings[name]!}}`,
      ...remark(subject, name),
      print(subject, 'longtable'),
    ]);
  return [
    `% Written by trilogue ${version} from the game ${game.name}.`,
    ...preamble,
    '\\begin{document}',
    `\\section*{${latexText(description.title)}}`,
    ...(description.source === null ? [] : [`Source: ${latexText(description.source)}`]),
    ...sections,
    '\\end{document}',
  ].join('\n');
}

function remark({ equilibria, noise }: Subject, name: string): string[] {
  if (name === 'equilibria') {
    const { complete, continua } = equilibria();
    return [
      complete ? 'It is proven that there are no others.' : 'That there are no others is not proven.',
      ...continua.map(({ words }) => `Also ${latexText(words)}.`),
    ];
  }
  if (name === 'noise') {
    const sources = noise().flatMap((each) => each.sources);
    return [
      'Exponents of the share of an entering strategy: of almost every path, of the mean, of the mean square; $\\lambda$ is the eigenvalue.',
      ...new Set(sources.map(latexText)),
    ];
  }
  return [];
}
