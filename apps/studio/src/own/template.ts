/**
 * A new game from a small form: a game file with a payoff table of zeros and ones to be written over, complete enough to be
 * computed at once.
 */

export interface NewPlayer {
  readonly name: string;
  readonly strategies: readonly string[];
}

export interface NewGame {
  readonly name: string;
  readonly title: string;
  readonly players: readonly NewPlayer[];
}

export const mostPlayers = 4;
export const mostStrategies = 3;

/**
 * The text of the game file. Everybody gets `b` where all play their first strategy and pays `c` for it: a coordination
 * game, whose two ends are both stable.
 */
export function newGameText({ name, title, players }: NewGame): string {
  const rows = combinations(players.map(({ strategies }) => strategies)).map((profile) => {
    const together = profile.every((strategy, p) => strategy === players[p]!.strategies[0]);
    const pay = players.map((player, p) => {
      const first = profile[p] === player.strategies[0];
      return `${player.name}: ${together ? 'b - c' : first ? '-c' : '0'}`;
    });
    return `  - { when: [${profile.join(', ')}], pay: { ${pay.join(', ')} } }`;
  });
  return `${[
    `game: ${name}`,
    `title: ${JSON.stringify(title)}`,
    '',
    'players:',
    ...players.map(({ name: player, strategies }) => `  ${player}: { strategies: [${strategies.join(', ')}] }`),
    '',
    'parameters:',
    '  b: { value: 2, range: [0, 5], title: Benefit where all play their first strategy }',
    '  c: { value: 1, range: [0, 5], title: Cost of the first strategy }',
    '  sigma: { value: 0.3, range: [0, 1.5], title: Noise intensity }',
    '',
    '# One row per profile, one formula per player. Write your own payoffs here.',
    'payoffs:',
    ...rows,
    '',
    `noise: { kind: replicator, sigma: { ${players.map(({ name: player }) => `${player}: sigma`).join(', ')} } }`,
    'horizon: 20',
  ].join('\n')}\n`;
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((found, list) => found.flatMap((start) => list.map((one) => [...start, one])), [[]]);
}
