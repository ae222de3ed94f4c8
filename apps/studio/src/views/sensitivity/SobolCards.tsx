/**
 * Sobol indices: bars of the groups and of the factors, and all of them in figures.
 */
import type { Warning } from '@trilogue/sensitivity';
import type { ReactNode } from 'react';
import type { Stage } from '../../compute/job';
import type { SobolOutput } from '../../compute/jobs/sobol';
import type { CurrentAnswer } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { gameTitle, groupWords } from '../../i18n/game-titles';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { brief, interval, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import type { Model } from '../../state/model';
import tables from '../../style/tables.module.css';
import { texts as all } from './texts';

interface SobolProps {
  readonly model: Model;
  readonly answer: CurrentAnswer<SobolOutput>;
  /** What can be kept of a card, with its picture where it has one. */
  readonly menu: (name: string, bars?: ChartInput<'sobolBars'>) => ReactNode;
}

export function GroupsCard({ answer, menu }: SobolProps) {
  const texts = useTexts(all);
  const titles = useTexts().parameters.groups;
  const result = answer.output?.result ?? null;
  if (result !== null && result.groups.length === 0) return null;
  const bars =
    result &&
    barsInput(
      texts.groups,
      result.groups.map((index) => ({ ...index, name: groupWords(titles, index.group) })),
    );
  return (
    <Card title={texts.groups} answer={answer} tools={bars && menu('sobol-groups', bars)}>
      <Picture chart="sobolBars" input={bars} placeholder={300} maxWidth={860} />
    </Card>
  );
}

export function FactorsCard({ model, answer, menu }: SobolProps) {
  const texts = useTexts(all);
  const result = answer.output?.result ?? null;
  const language = useLanguage();
  const titles = new Map(model.game.parameters.map(({ name, title }) => [name, title && gameTitle(title, language)]));
  const bars =
    result &&
    barsInput(
      texts.factors,
      result.indices.map((index) => ({ ...index, name: index.parameter, title: titles.get(index.parameter) })),
    );
  return (
    <Card title={texts.factors} answer={answer} tools={bars && menu('sobol', bars)}>
      <p className={tables.hint}>{texts.hint}</p>
      {result !== null && <Meaning result={result} stage={answer.stage} />}
      <Picture chart="sobolBars" input={bars} placeholder={820} maxWidth={860} />
    </Card>
  );
}

interface MeaningProps {
  readonly result: SobolOutput['result'];
  readonly stage: Stage | null;
}

function Meaning({ result: { variance, warnings }, stage }: MeaningProps) {
  const texts = useTexts(all);
  return (
    <>
      <p className={tables.hint}>
        {texts.over(part(variance.mean.value, stage), part(Math.sqrt(variance.output.value), stage))}
      </p>
      {warnings.map((warning) => (
        <p key={warning.code} className={tables.hint}>
          {warningWords(warning, texts)}
        </p>
      ))}
    </>
  );
}

function warningWords({ code, names }: Warning, { warnings }: (typeof all)['en']): string {
  const words = warnings[code];
  return typeof words === 'string' ? words : words(names.join(', '));
}

export function FiguresCard({ answer, menu }: SobolProps) {
  const texts = useTexts(all);
  const titles = useTexts().parameters.groups;
  if (answer.output === null) return null;
  const { result, paths, dt } = answer.output;
  const rows = [
    ...result.groups.map((index) => ({ ...index, name: groupWords(titles, index.group), of: '' })),
    ...result.indices.map((index) => ({ ...index, name: index.parameter, of: groupWords(titles, index.group) })),
  ];
  const figure = ({ value, low, high }: Index['total']) => [
    { text: part(value, answer.stage), value },
    interval(low, high, ' – '),
  ];
  return (
    <Card title={texts.figures} answer={answer} tools={menu('sobol')}>
      <p className={tables.hint}>{texts.runs(String(result.runs), String(paths), brief(dt))}</p>
      <Table
        label={texts.figures}
        figures="sobol"
        heads={[texts.factor, texts.total, texts.interval, texts.first, texts.interval, texts.group]}
        rows={rows.map(({ name, of, first, total }) => ({
          name,
          key: `${of} ${name}`,
          cells: [...figure(total), ...figure(first), of],
        }))}
      />
    </Card>
  );
}

type Index = SobolOutput['result']['indices'][number];

interface NamedIndex extends Pick<Index, 'first' | 'total'> {
  readonly name: string;
  readonly title?: string;
}

/** The strongest first. */
function barsInput(title: string, indices: readonly NamedIndex[]): ChartInput<'sobolBars'> {
  return {
    title,
    bare: true,
    indices: indices
      .toSorted((a, b) => b.total.value - a.total.value)
      .map(({ name, title, first, total }) => ({
        ...{ name, title, first: first.value, firstLow: first.low, firstHigh: first.high },
        ...{ total: total.value, totalLow: total.low, totalHigh: total.high },
      })),
  };
}
