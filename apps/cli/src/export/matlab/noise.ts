/**
 * The noise of the script: diffusion times increment for each kind, as core's diffusion defines it, and what a step
 * does at the boundary.
 */
import { channels, type Game, type NoiseKind } from '@trilogue/core';
import { coordinateRanges, struct } from './names.js';

/** Number of independent Brownian motions. */
export function channelCount(game: Game): number {
  return channels({ strategies: game.players.map(({ strategies }) => strategies.length), noise: game.noise.kind });
}

const words: Readonly<Record<NoiseKind, readonly string[]>> = {
  none: [],
  replicator: [
    '% Replicator noise: payoffs are disturbed, every difference of two payoffs of a player with its intensity.',
    '% Two strategies: sigma*x*(1 - x)*dW. More: payoff s gets e_s = sigma/sqrt(2)*(H*dW)_s, H the Helmert contrasts,',
    '% and the share x_s gets x_s*(e_s - sum over j of x_j*e_j).',
  ],
  demographic: [
    '% Demographic noise: the population is finite. Two strategies: sigma*sqrt(x*(1 - x))*dW. More: for each pair i < j',
    '% of strategies sigma*sqrt(x_i*x_j)*dW flows from j to i. Shares of 0 and 1 absorb.',
  ],
  multiplicative: [
    '% Multiplicative noise: sigma*x*dW for all strategies but the last, whose share takes the difference. The equation',
    '% would go beyond 1; a share that has reached 1 is stopped: its noise is 0 there.',
  ],
};

/** Nothing for games without noise. */
export function noiseFunction(game: Game): string[] {
  if (game.noise.kind === 'none') return [];
  const { first, count } = coordinateRanges(game);
  let row = 1;
  let channel = 1;
  const body = game.players.flatMap(({ strategies, name }, i): string[] => {
    const k = strategies.length;
    const at: Place = { k, coordinate: first[i]!, row, channel, sigma: `${struct}.noise_intensity(${i + 1})` };
    row += k;
    channel += channelCount({ ...game, players: [game.players[i]!] });
    return [`  % ${name}`, ...kinds[game.noise.kind](at)];
  });
  const needsShares = game.noise.kind !== 'multiplicative' && body.some((line) => line.includes('u('));
  return [
    `function dx = noise(x, ${struct}, dW)`,
    '% Diffusion times increment (Ito). dW: independent normal increments, one row per Brownian motion.',
    ...words[game.noise.kind],
    ...(needsShares ? ['  u = shares(x);'] : []),
    `  dx = zeros(${count}, size(x, 2));`,
    ...body,
    'end',
  ];
}

/** Where a player's rows begin, from 1, in coordinates, shares and increments. */
interface Place {
  readonly k: number;
  readonly coordinate: number;
  readonly row: number;
  readonly channel: number;
  readonly sigma: string;
}

const kinds: Readonly<Record<NoiseKind, (place: Place) => string[]>> = {
  none: () => [],
  replicator: ({ k, coordinate, row, channel, sigma }) => {
    if (k === 2) {
      const x = `x(${coordinate}, :)`;
      return [`  dx(${coordinate}, :) = ${sigma}*${x}.*(1 - ${x}).*dW(${channel}, :);`];
    }
    const own = `${coordinate}:${coordinate + k - 2}`;
    return [
      `  e = ${sigma}/sqrt(2)*(${contrasts(k)}*dW(${channel}:${channel + k - 2}, :));`,
      `  dx(${own}, :) = x(${own}, :).*(e(1:${k - 1}, :) - sum(u(${row}:${row + k - 1}, :).*e, 1));`,
    ];
  },
  demographic: ({ k, coordinate, row, channel, sigma }) => {
    if (k === 2) {
      const x = `x(${coordinate}, :)`;
      return [`  dx(${coordinate}, :) = ${sigma}*sqrt(max(0, ${x}.*(1 - ${x}))).*dW(${channel}, :);`];
    }
    let next = channel;
    const moved: string[] = [];
    for (let i = 0; i < k; i++) {
      for (let j = i + 1; j < k; j++) {
        const [to, from] = [coordinate + i, coordinate + j];
        moved.push(
          `  flow = ${sigma}*sqrt(max(0, u(${row + i}, :).*u(${row + j}, :))).*dW(${next++}, :);`,
          `  dx(${to}, :) = dx(${to}, :) + flow;`,
          ...(j === k - 1 ? [] : [`  dx(${from}, :) = dx(${from}, :) - flow;`]),
        );
      }
    }
    return moved;
  },
  multiplicative: ({ k, coordinate, channel, sigma }) => {
    const [own, increments] =
      k === 2 ? [coordinate, channel] : [`${coordinate}:${coordinate + k - 2}`, `${channel}:${channel + k - 2}`];
    return [`  dx(${own}, :) = ${sigma}*x(${own}, :).*(x(${own}, :) < 1).*dW(${increments}, :);`];
  },
};

/** The Helmert contrasts of core as MATLAB writes roots. */
function contrasts(k: number): string {
  const rows = Array.from({ length: k }, (_, row) =>
    Array.from({ length: k - 1 }, (_, c) => {
      const root = `sqrt(${(c + 1) * (c + 2)})`;
      if (row <= c) return `1/${root}`;
      return row === c + 1 ? `-${c + 1}/${root}` : '0';
    }).join(', '),
  );
  return `[${rows.join('; ')}]`;
}

/** The boundary treatment of the engine's Euler step. */
export function boundaryFunction(game: Game): string[] {
  const { first } = coordinateRanges(game);
  const body = game.players.map(({ strategies }, i) => {
    if (strategies.length === 2) return `  x(${first[i]!}, :) = min(x(${first[i]!}, :), 1);`;
    const own = `${first[i]!}:${first[i]! + strategies.length - 2}`;
    return `  x(${own}, :) = x(${own}, :)./max(1, sum(x(${own}, :), 1));`;
  });
  return [
    'function x = put_back(x)',
    '% A step has a length and can jump over a boundary that the equation does not cross: shares below 0 become 0, a share',
    '% of two is cut at 1, more than two that add up to more than 1 are divided by their sum.',
    '  x = max(x, 0);',
    ...body,
    'end',
  ];
}
