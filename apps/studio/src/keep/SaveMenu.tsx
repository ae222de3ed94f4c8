/**
 * What can be kept of a card: its picture as SVG and PNG, its figures as CSV, the command that gives the same.
 */
import { useContext, useState } from 'react';
import { chartWords } from '../draw/chart-words';
import { DrawerContext } from '../draw/Picture';
import type { ChartInput, ChartName } from '../draw/protocol';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { CopyButton } from './CopyButton';
import { download } from './download';
import styles from './keep.module.css';

interface SaveMenuProps<Name extends ChartName> {
  /** Of the files, without ending. */
  readonly name: string;
  readonly chart: Name;
  /** As the picture shows it; null while there is nothing. */
  readonly input: ChartInput<Name> | null;
  /** What the picture has around it when it stands alone. */
  readonly heading: { readonly title: string; readonly subtitle?: string; readonly caption?: string };
  /** Default: no CSV. */
  csv?(): string;
  /** Default: no command. */
  readonly command?: string | null;
}

export function SaveMenu<Name extends ChartName>(props: SaveMenuProps<Name>) {
  const { name, chart, input, heading, csv, command } = props;
  const texts = useTexts().keep;
  const words = chartWords[useLanguage()];
  const drawer = useContext(DrawerContext);
  const [failure, setFailure] = useState<string | null>(null);
  if (input === null) return null;

  const svg = async () => {
    const request = { chart, input: { ...input, ...heading, words, bare: false }, size: {}, theme: 'light' } as const;
    return (await drawer!.once(request)).svg;
  };
  const act = (work: () => Promise<void>) => () => {
    setFailure(null);
    work().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  const saveSvg = act(async () => download(`${name}.svg`, await svg(), 'image/svg+xml'));
  const savePng = act(async () => {
    const picture = await svg();
    const { renderPng } = await import('@trilogue/charts');
    download(`${name}.png`, (await renderPng(picture)) as Uint8Array<ArrayBuffer>, 'image/png');
  });
  return (
    <details className={styles.menu}>
      <summary>{texts.save}</summary>
      <div className={styles.items}>
        <button type="button" onClick={saveSvg}>
          {texts.svg}
        </button>
        <button type="button" onClick={savePng}>
          {texts.png}
        </button>
        {csv !== undefined && (
          <button type="button" onClick={() => download(`${name}.csv`, csv(), 'text/csv')}>
            {texts.csv}
          </button>
        )}
        {command != null && <CopyButton label={texts.command} text={() => command} />}
        {failure !== null && <p role="alert">{texts.failed(failure)}</p>}
      </div>
    </details>
  );
}
