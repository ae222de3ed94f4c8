/**
 * Named sub-expressions: their order of dependence, and which of them change with the state.
 */
import type { Expression } from '../expression/expression.js';
import { mentions } from '../expression/scope.js';
import type { Game, SubExpression } from './game.js';

/** The names that change with shares, states, regimes or time, directly or through others. `where` must be in order of dependence. */
export function holdingShares({
  where,
  environment = [],
  regimes = [],
}: Pick<Game, 'where' | 'environment' | 'regimes'>): Set<string> {
  const holding = new Set(environment.filter(({ regime }) => !regime).map(({ name }) => name));
  for (const { values } of regimes) for (const name of Object.keys(values)) holding.add(name);
  for (const { name, expression } of where) {
    if (varies(expression, holding)) holding.add(name);
  }
  return holding;
}

/** Whether an expression holds shares, time or what changes with them. @param holding the names that do */
export function varies(expression: Expression, holding: ReadonlySet<string>): boolean {
  return mentions(expression).some(({ share, name }) => share || name === 'time' || holding.has(name));
}

/** Result of ordering: the sub-expressions with each after those it uses, and the names that use themselves. */
export interface OrderedWhere {
  readonly ordered: SubExpression[];
  /** Names on a cycle or that need one, in written order. */
  readonly cyclic: string[];
}

/** Puts every sub-expression after those it uses; those that could stay in their written order do. */
export function orderWhere(where: readonly SubExpression[]): OrderedWhere {
  const names = new Set(where.map((entry) => entry.name));
  const needs = new Map(
    where.map(({ name, expression }) => [name, mentions(expression).filter((m) => !m.share && names.has(m.name))]),
  );
  const done = new Set<string>();
  const ordered: SubExpression[] = [];
  for (let before = -1; before < ordered.length; ) {
    before = ordered.length;
    for (const entry of where) {
      if (done.has(entry.name) || needs.get(entry.name)!.some((mention) => !done.has(mention.name))) continue;
      done.add(entry.name);
      ordered.push(entry);
    }
  }
  return { ordered, cyclic: where.map((entry) => entry.name).filter((name) => !done.has(name)) };
}
