/** Games that schemes with derivatives of the noise take: two strategies a player, and noise that is smooth in the share. */
import type { FieldShape } from '@trilogue/core';
import { moreThanTwo } from './two-strategies.js';

/** Why not, or undefined. */
export function smoothTwoStrategies(shape: FieldShape): string | undefined {
  const more = moreThanTwo(shape);
  if (more !== undefined) return more;
  if (shape.noise === 'demographic') {
    return 'needs noise that is smooth in the shares, and demographic noise is not at 0 and 1';
  }
  return undefined;
}
