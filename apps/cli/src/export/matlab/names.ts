/**
 * Names of a game as names of MATLAB and Octave: fields of the struct of parameters, variables for shares, the function.
 */
import { type Game, type MatlabSpelling, mentions } from '@trilogue/core';
import { shareNames } from '../subject.js';

/** The struct that holds the parameters. */
export const struct = 'par';

/** Words that neither language takes as a name. Source: `iskeyword` of both. */
const keywords = new Set(
  (
    'break case catch classdef continue else elseif end for function global if otherwise parfor persistent return spmd switch ' +
    'try while __FILE__ __LINE__ do end_try_catch end_unwind_protect endclassdef endenumeration endevents endfor endfunction ' +
    'endif endmethods endparfor endproperties endspmd endswitch endwhile enumeration events methods properties until ' +
    'unwind_protect unwind_protect_cleanup'
  ).split(' '),
);
/** `namelengthmax` of MATLAB. */
const longest = 63;

/** Fields of the struct that are not parameters. */
const ownFields = new Set(['noise_intensity', 'start', 'correlation', 'factor']);
/** Functions that the script has or calls, and variables beside shares: no other name may hide them. */
const taken = new Set(
  (
    `${struct} x f dx dW u before ended choose sum_over chol exp log tanh sin cos nchoosek parameters shares payoffs drift noise put_back euler_maruyama jacobian abs all ceil diag drift eig ` +
    'exist fprintf linspace mat2str max mean min numel ode45 odeset rand randn real repmat rng size sort sqrt std struct sum zeros'
  ).split(' '),
);

export interface MatlabNames {
  /** Of the function, which is also the file's. */
  readonly script: string;
  /** Parameters and names of the `where` section without shares, as `par.tau`. */
  readonly field: (name: string) => string;
  /** Share of a strategy as a local variable, by `Player.strategy`. */
  readonly share: (name: string) => string;
  readonly spelling: MatlabSpelling;
}

export function matlabNames(game: Game): MatlabNames {
  const holding = new Set<string>();
  for (const { name, expression } of game.where) {
    if (mentions(expression).some((mention) => mention.share || holding.has(mention.name))) holding.add(name);
  }
  const constants = [
    ...game.parameters.map(({ name }) => name),
    ...game.where.filter(({ name }) => !holding.has(name)).map(({ name }) => name),
  ];
  const fields = distinct(constants, ownFields);
  const locals = distinct([...shareNames(game), ...holding], taken);
  const field = (name: string) => `${struct}.${fields.get(name)!}`;
  return {
    script: distinct([game.name], taken).get(game.name)!,
    field,
    share: (name) => locals.get(name)!,
    spelling: {
      name: (name) => (holding.has(name) ? locals.get(name)! : field(name)),
      share: (player, strategy) => locals.get(`${player}.${strategy}`)!,
      holdsShares: (name) => holding.has(name),
    },
  };
}

/** A valid name for each, no two alike. */
function distinct(names: readonly string[], reserved: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  const used = new Set(reserved);
  for (const name of names) {
    const plain = name.replaceAll(/[^A-Za-z0-9_]/g, '_');
    const letter = /^[A-Za-z]/.test(plain) && !keywords.has(plain) ? plain : `v_${plain}`;
    let own = letter.slice(0, longest);
    for (let i = 2; used.has(own); i++) own = `${letter.slice(0, longest - 4)}_${i}`;
    used.add(own);
    found.set(name, own);
  }
  return found;
}

/** Where the numbers of a player stand. */
export interface Rows {
  readonly name: string;
  /** Number of strategies. */
  readonly k: number;
  /** Its first coordinate and its first strategy, from 1. */
  readonly coordinate: number;
  readonly row: number;
  /** Its noise intensity. */
  readonly sigma: string;
}

export function playerRows(game: Game): Rows[] {
  let [coordinate, row] = [1, 1];
  return game.players.map(({ name, strategies }, i) => {
    const k = strategies.length;
    const rows = { name, k, coordinate, row, sigma: `${struct}.noise_intensity(${i + 1})` };
    coordinate += k - 1;
    row += k;
    return rows;
  });
}
