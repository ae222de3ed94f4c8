/**
 * What is compared: the file's values, its scenarios, and the values as they are set now; one ensemble each.
 */
import { useCallback, useEffect, useState } from 'react';
import type { EnsembleInput, EnsembleOutput } from '../../compute/jobs/ensemble';
import { ensembleOf } from '../../compute/spec';
import { type CurrentAnswer, useResult } from '../../compute/use-result';
import type { Model } from '../../state/model';

/** `file` and `now` cannot be names of scenarios: these have a prefix. */
export interface Column {
  readonly id: string;
  /** As the file names it; null for the two that are no scenario. */
  readonly scenario: string | null;
  readonly input: EnsembleInput;
}

/** As many as charts have colours. */
export const mostColumns = 7;

/** All that there are; what is set now comes last, where anything is. */
export function columnsOf(model: Model): Column[] {
  const spec = ensembleOf(model);
  const column = (id: string, scenario: string | null): Column => {
    return { id, scenario, input: { ...spec, scenario: scenario ?? undefined, set: {} } };
  };
  const scenarios = Object.keys(model.game.scenarios).map((name) => column(`scenario ${name}`, name));
  const now = Object.keys(model.set).length === 0 ? [] : [{ id: 'now', scenario: null, input: spec }];
  return [column('file', null), ...scenarios, ...now];
}

export type Answers = Readonly<Record<string, CurrentAnswer<EnsembleOutput>>>;

/** The answers by column, and what asks for them, to be rendered. */
export function useColumns(columns: readonly Column[]): {
  readonly answers: Answers;
  readonly asking: React.ReactNode;
} {
  const [answers, setAnswers] = useState<Answers>({});
  const tell = useCallback(
    (id: string, answer: CurrentAnswer<EnsembleOutput>) => setAnswers((before) => ({ ...before, [id]: answer })),
    [],
  );
  const asking = columns.map(({ id, input }) => <Asking key={id} id={id} input={input} tell={tell} />);
  return { answers, asking };
}

interface AskingProps {
  readonly id: string;
  readonly input: EnsembleInput;
  readonly tell: (id: string, answer: CurrentAnswer<EnsembleOutput>) => void;
}

/** One column's request; draws nothing. */
function Asking({ id, input, tell }: AskingProps) {
  const answer = useResult('ensemble', input, id === 'now' ? 3 : 1);
  useEffect(() => tell(id, answer), [id, answer, tell]);
  return null;
}

/** One answer for the head of a card: as far as the least far of all. */
export function together(answers: readonly (CurrentAnswer<unknown> | undefined)[]): CurrentAnswer<unknown> {
  const order = [null, 'coarse', 'finer', 'final'] as const;
  const stages = answers.map((answer) => order.indexOf(answer?.stage ?? null));
  const stage = order[Math.min(...stages)] ?? null;
  return {
    output: null,
    stage,
    part:
      answers.reduce((sum, answer) => sum + (answer?.stage === 'final' ? 1 : (answer?.part ?? 0)), 0) / answers.length,
    error: answers.find((answer) => answer?.error != null)?.error ?? null,
    stale: answers.some((answer) => answer?.stale),
  };
}
