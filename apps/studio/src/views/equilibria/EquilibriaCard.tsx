/**
 * All equilibria in a table, what the proof says, and families of equilibria.
 */

import type { Equilibria, Equilibrium } from '@trilogue/analysis';
import type { ReactNode } from 'react';
import type { CurrentAnswer } from '../../compute/use-result';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { Table } from '../../shell/Table';
import tables from '../../style/tables.module.css';
import styles from './equilibria.module.css';
import { texts as all } from './texts';
import { eigenvalueWords, pointWords } from './words';

export function EquilibriaCard({ answer, tools }: FoundProps) {
  const texts = useTexts(all);
  const found = answer.output;
  return (
    <Card title={texts.title} answer={answer} tools={tools}>
      {found !== null && (
        <>
          <Lead found={found} />
          <Proof found={found} />
          <Table
            label={texts.title}
            figures="equilibria"
            className={styles.wrapped}
            heads={[texts.point, texts.type, texts.stability, texts.eigenvalues, texts.nash, texts.underNoise]}
            rows={found.equilibria.slice(0, mostRows).map((each) => rowOf(each, texts))}
          />
          {found.equilibria.length > mostRows && (
            <p className={tables.hint}>{texts.more(String(found.equilibria.length - mostRows))}</p>
          )}
          <Families found={found} />
        </>
      )}
    </Card>
  );
}

function Lead({ found: { equilibria } }: { readonly found: Equilibria }) {
  const texts = useTexts(all);
  const stable = equilibria.filter(({ stability }) => stability === 'stable');
  const names = stable.map((each) => `(${each.profile?.join(', ') ?? pointWords(each)})`).join('; ');
  return <p className={styles.lead}>{stable.length === 0 ? texts.noneStable : texts.stable(names)}</p>;
}

function Proof({ found: { complete, method, undecided } }: { readonly found: Equilibria }) {
  const texts = useTexts(all);
  const how = texts.how(String(method.elimination), String(method.subdivision), String(method.boxes));
  if (complete) {
    return (
      <p className={tables.hint} data-proof="complete">
        {texts.proven(how)}
      </p>
    );
  }
  return (
    <>
      <p className={tables.hint} data-proof="open">
        {texts.notProven(how)}
      </p>
      <ul className={styles.open}>
        {undecided.map(({ face, reason, shares }) => (
          <li key={JSON.stringify(shares)} lang="en">
            {faceWords(face)}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

function rowOf(equilibrium: Equilibrium, texts: (typeof all)['en']) {
  const { profile, type, stability, eigenvalues, nash, strictNash, ess, isolated, stochastic } = equilibrium;
  const name = pointWords(equilibrium);
  const withBelow = (text: string, below: string | null) => (
    <>
      {text}
      {below !== null && <div className={styles.soft}>{below}</div>}
    </>
  );
  return {
    name,
    key: JSON.stringify(equilibrium.shares),
    head: withBelow(name, profile && `(${profile.join(', ')})`),
    'data-type': type,
    cells: [
      { text: withBelow(texts.types[type], isolated === false ? texts.inFamily : null) },
      { text: texts.stabilities[stability], className: stability === 'stable' ? styles.good : undefined },
      { text: eigenvalues.map(eigenvalueWords).join(', ') || '–', value: JSON.stringify(eigenvalues) },
      strictNash ? texts.strictNash : ess ? texts.ess : nash ? texts.isNash : nash === null ? '–' : texts.noNash,
      stochastic?.almostSure ? texts.verdicts[stochastic.almostSure] : stochastic ? texts.laws.absorbed : '–',
    ],
  };
}

function Families({ found: { continua } }: { readonly found: Equilibria }) {
  const texts = useTexts(all);
  if (continua.length === 0) return null;
  return (
    <>
      <h3 className={styles.sub}>{texts.families}</h3>
      <ul className={styles.open}>
        {continua.map(({ face, dimension, equations, proven, sample }) => (
          <li key={JSON.stringify([face, sample])}>
            {texts.family(dimension, faceWords(face))}:{' '}
            {equations.length === 0 ? texts.everyPoint : <code>{equations.join('; ')}</code>}
            {!proven && <span className={styles.soft}> ({texts.computed})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function faceWords(face: readonly (readonly string[])[]): string {
  return `(${face.map((own) => own.join('/')).join(', ')})`;
}

export interface FoundProps {
  readonly answer: CurrentAnswer<Equilibria>;
  /** In the head of the card. */
  readonly tools: ReactNode;
}

/** The most rows of a table: more slow the page down, and are in the CSV. */
export const mostRows = 200;
