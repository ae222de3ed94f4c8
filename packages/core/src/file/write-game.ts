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
  const states = (game.environment ?? []).filter(({ regime }) => !regime);
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
    ...(game.dynamics === 'replicator' ? {} : { dynamics: writtenDynamics(game) }),
    ...writtenMutation(game),
    noise: game.noise.kind === 'none' ? { kind: 'none' } : writtenNoise(game),
    ...(states.length > 0 && {
      environment: Object.fromEntries(
        states.map(({ name, initial, rate, noise, ...rest }) => [
          name,
          { initial: formula(initial), rate: formula(rate), noise: formula(noise), ...rest },
        ]),
      ),
    }),
    ...(game.regimes && { regimes: writtenRegimes(game) }),
    initial: perPlayer((i) => shares(game.initial[i]!)),
    horizon: game.horizon,
    scenarios: game.scenarios,
  };
  const kept = Object.entries(content).filter(([, section]) => typeof section !== 'object' || !isEmpty(section));
  const document = new Document(Object.fromEntries(kept), { aliasDuplicateObjects: false });
  for (const { value } of (document.contents as unknown as YAMLMap<Node, Node>).items) foldEntries(value);
  return document.toString({ lineWidth: 0 });
}

function numbersOf(game: Game, prefix: string): [string, string | number][] {
  return Object.entries(game.numbers ?? {})
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, expression]) => [name.slice(prefix.length), formula(expression)]);
}

function writtenDynamics(game: Game) {
  const numbers = Object.fromEntries(numbersOf(game, 'dynamics.'));
  return isEmpty(numbers) ? game.dynamics : { kind: game.dynamics, ...numbers };
}

function writtenMutation(game: Game) {
  const own = game.players.flatMap(({ name, strategies }, p): [string, unknown][] => {
    const numbers = numbersOf(game, `mutation.${p}`);
    if (numbers.length === 0) return [];
    if (numbers.length === 1) return [[name, numbers[0]![1]]];
    const rows = strategies.map((_, from) =>
      strategies.map((_, to) => numbers.find(([entry]) => entry === `.${from}.${to}`)![1]),
    );
    return [[name, { matrix: rows }]];
  });
  return own.length === 0 ? {} : { mutation: Object.fromEntries(own) };
}

function writtenRegimes(game: Game) {
  const regimes = game.regimes ?? [];
  return Object.fromEntries(
    regimes.map(({ name, values, ...rest }, from) => {
      const to = numbersOf(game, `regime.${from}.`).map(([other, rate]) => [regimes[Number(other)]!.name, rate]);
      return [
        name,
        {
          ...rest,
          values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, formula(value)])),
          to: Object.fromEntries(to),
        },
      ];
    }),
  );
}

function writtenNoise(game: Game) {
  const { kind, sigma, boundary, reading, correlation } = game.noise;
  const entries = numbersOf(game, 'correlation.');
  const rows = game.players.map((_, i) =>
    game.players.map((_, j) => entries.find(([entry]) => entry === `${i}.${j}`)?.[1]),
  );
  return {
    kind,
    sigma: Object.fromEntries(game.players.map(({ name }, i) => [name, formula(sigma[i]!)])),
    ...(boundary !== undefined && { boundary }),
    ...(reading !== undefined && { reading }),
    ...Object.fromEntries(numbersOf(game, 'noise.')),
    ...(correlation === 'common' && { common: true }),
    ...(correlation === 'matrix' && { correlation: rows }),
  };
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
