/** What the cards of the equilibria have in common. */
import type { Equilibria } from '@trilogue/analysis';
import type { ReactNode } from 'react';
import type { CurrentAnswer } from '../../compute/use-result';

export interface FoundProps {
  readonly answer: CurrentAnswer<Equilibria>;
  /** In the head of the card. */
  readonly tools: ReactNode;
}

/** Rows that somebody reads, and that a page shows at once. */
export const mostRows = 200;
