/**
 * Game to game file.
 */
import { Document, isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Expression } from '../expression/expression.js';
import { printExpression } from '../expression/print.js';
import type { Game } from '../game/game.js';

/** The text of a game file, in YAML. `readGame` reads it back to the same game, places in expressions aside. */
export function writeGame(game: Game): string {
  const names = game.players.map((player) => player.name);
  const perPlayer = <T>(of: (index: number) => T) => Object.fromEntries(names.map((name, i) => [name, of(i)]));
  const content = {
    game: game.name,
    title: game.title,
    ...(game.source === undefined ? {} : { source: game.source }),
    ...(game.against === 'self' ? { against: 'self' } : {}),
    players: perPlayer((i) => {
      const { name, title, strategies } = game.players[i]!;
      return { ...(title === name ? {} : { title }), strategies };
    }),
    parameters: Object.fromEntries(game.parameters.map(({ name, ...rest }) => [name, rest])),
    where: Object.fromEntries(game.where.map(({ name, expression }) => [name, formula(expression)])),
    payoffs:
      game.table?.map(({ when, pay }) => ({ when, pay: perPlayer((i) => formula(pay[i]!)) })) ??
      perPlayer((i) =>
        Object.fromEntries(game.players[i]!.strategies.map((name, s) => [name, formula(game.payoffs[i]![s]!)])),
      ),
    ...(game.dynamics === 'replicator' ? {} : { dynamics: game.dynamics }),
    noise:
      game.noise.kind === 'none'
        ? { kind: 'none' }
        : { kind: game.noise.kind, sigma: perPlayer((i) => formula(game.noise.sigma[i]!)) },
    initial: perPlayer((i) => shares(game.initial[i]!)),
    horizon: game.horizon,
    scenarios: game.scenarios,
  };
  const kept = Object.entries(content).filter(([, section]) => typeof section !== 'object' || !isEmpty(section));
  const document = new Document(Object.fromEntries(kept), { aliasDuplicateObjects: false });
  for (const { value } of (document.contents as unknown as YAMLMap<Node, Node>).items) foldEntries(value);
  return document.toString({ lineWidth: 0 });
}

function isEmpty(section: object): boolean {
  return Object.keys(section).length === 0;
}

function formula(expression: Expression): string | number {
  return expression.kind === 'number' ? expression.value : printExpression(expression);
}

/** One share where the second is written as 1 minus the first, as `readGame` makes it of one share. */
function shares(own: readonly Expression[]): string | number | (string | number)[] {
  const [first, second] = own.map(printExpression);
  const rest = own.length === 2 && own[1]!.kind === 'binary' && own[1]!.operator === '-';
  if (rest && second === `1 - ${needsParentheses(own[0]!) ? `(${first})` : first}`) return formula(own[0]!);
  return own.map(formula);
}

function needsParentheses(expression: Expression): boolean {
  return expression.kind === 'binary' && (expression.operator === '+' || expression.operator === '-');
}

/** Entries of a section on one line each. */
function foldEntries(section: Node | null): void {
  const entries = isMap<Node, Node>(section)
    ? section.items.map((pair) => pair.value)
    : isSeq<Node>(section)
      ? section.items
      : [];
  for (const entry of entries) if (isMap(entry) || isSeq(entry)) entry.flow = true;
}
