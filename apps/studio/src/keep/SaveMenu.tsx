/**
 * What can be kept of a card: its picture as SVG and PNG, its figures as CSV, the game file, the command that gives the same.
 */
import { useContext, useState } from 'react';
import { chartWords } from '../draw/chart-words';
import { DrawerContext } from '../draw/Picture';
import type { ChartInput, ChartName } from '../draw/protocol';
import { useLanguage, useTexts } from '../i18n/use-texts';
import type { StudioState } from '../state/state';
import { CopyButton } from './CopyButton';
import type { Heading } from './caption';
import { download, saveGame } from './download';
import styles from './keep.module.css';

interface SaveMenuProps<Name extends ChartName> {
  readonly state: StudioState;
  /** Of the files, without ending. */
  readonly name: string;
  /** Default: a card without a picture. */
  readonly picture?: {
    readonly chart: Name;
    /** As the picture shows it. */
    readonly input: ChartInput<Name>;
    /** What it has around it when it stands alone. */
    readonly heading: Heading;
  };
  csv(): string | Promise<string>;
  /** Lines for a terminal. Default: no command. */
  readonly command?: string | null;
}

export function SaveMenu<Name extends ChartName>({ state, name, picture, csv, command }: SaveMenuProps<Name>) {
  const texts = useTexts().keep;
  const words = chartWords[useLanguage()];
  const drawer = useContext(DrawerContext);
  const [failure, setFailure] = useState<string | null>(null);

  const svgOf = async ({ chart, input, heading }: NonNullable<typeof picture>) => {
    const request = { chart, input: { ...input, ...heading, words, bare: false }, size: {}, theme: 'light' } as const;
    return (await drawer!.once(request)).svg;
  };
  const act = (work: () => void | Promise<void>) => async () => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <details className={styles.menu}>
      <summary>{texts.save}</summary>
      <div className={styles.items}>
        {picture !== undefined && (
          <>
            <button
              type="button"
              onClick={act(async () => download(`${name}.svg`, await svgOf(picture), 'image/svg+xml'))}
            >
              {texts.svg}
            </button>
            <button
              type="button"
              onClick={act(async () => {
                const { renderPng } = await import('@trilogue/charts');
                const png = await renderPng(await svgOf(picture));
                download(`${name}.png`, png as Uint8Array<ArrayBuffer>, 'image/png');
              })}
            >
              {texts.png}
            </button>
          </>
        )}
        <button type="button" onClick={act(async () => download(`${name}.csv`, await csv(), 'text/csv'))}>
          {texts.csv}
        </button>
        <button type="button" onClick={act(() => saveGame(state))}>
          {texts.game}
        </button>
        {command != null && <CopyButton label={texts.command} text={() => command} />}
        {failure !== null && <p role="alert">{texts.failed(failure)}</p>}
      </div>
    </details>
  );
}
