/**
 * The ensemble that several cards show, and what can be kept of each of them.
 */
import { ensembleOf } from '../compute/spec';
import { useBackend, useResult } from '../compute/use-result';
import type { ChartInput, ChartName } from '../draw/protocol';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { caption, headingOf } from '../keep/caption';
import { simulateCommand } from '../keep/command';
import { SaveMenu } from '../keep/SaveMenu';
import type { ViewProps } from './contract';

export function useEnsemble({ state, model }: Pick<ViewProps, 'state' | 'model'>) {
  const words = useTexts().caption;
  const language = useLanguage();
  const backend = useBackend().opened?.name ?? null;
  const answer = useResult('ensemble', ensembleOf(model), 3);
  const { output, stage } = answer;
  /** For the head of a card; `about` says what its picture shows. */
  const menu = <Name extends ChartName>(
    name: string,
    csv: () => string,
    picture?: { readonly chart: Name; readonly input: ChartInput<Name>; readonly about: string },
  ) => (
    <SaveMenu
      state={state}
      name={name}
      csv={csv}
      command={simulateCommand(state, model, backend)}
      picture={
        picture && { ...picture, heading: headingOf(model, language, picture.about, caption(output!, stage, words)) }
      }
    />
  );
  return { ...answer, answer, menu };
}
