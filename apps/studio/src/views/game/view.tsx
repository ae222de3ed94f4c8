/**
 * The game: payoffs and named expressions as editable formulas, the equations they give, and the whole file.
 */
import {
  texts as coreTexts,
  drift,
  fieldAt,
  formatPolynomial,
  plainText,
  printAdvantage,
  variableNames,
  whole,
} from '@trilogue/core';
import { useEffect, useMemo } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { markReady } from '../../shell/ready';
import { formOf } from '../../state/game-file';
import { gameOf } from '../../state/game-of';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import { FormulaField } from './FormulaField';
import { GameFile } from './GameFile';
import styles from './game.module.css';
import { PayoffTable } from './PayoffTable';
import { texts as all } from './texts';

export default function GameView(props: ViewProps) {
  const { state, model, dispatch } = props;
  const texts = useTexts(all);
  const { faults } = gameOf(state.gameText);
  // what could not be read as YAML is not read as YAML again: it may be made to take long
  const isYaml = !faults.some(({ path, code }) => path === '' && (code === 'yaml' || code === 'limit'));
  const form = useMemo(() => (isYaml ? formOf(state.gameText) : null), [isYaml, state.gameText]);
  // the text itself is what is shown
  useEffect(markReady, [state.gameText]);
  return (
    <>
      {form !== null && <PayoffTable {...props} form={form} faults={faults} />}
      {form !== null && form.where.length > 0 && (
        <Card title={texts.where}>
          <p className={tables.hint}>{texts.whereHint}</p>
          {form.where.map(({ name, formula }) => (
            <div key={name} className={styles.named}>
              <code>{name}</code>
              <FormulaField
                label={texts.named(name)}
                formula={formula}
                gameText={state.gameText}
                faults={faults}
                dispatch={dispatch}
              />
            </div>
          ))}
        </Card>
      )}
      <Equations {...props} />
      <GameFile state={state} dispatch={dispatch} />
      {model.game.source !== undefined && (
        <p className={tables.hint}>
          {texts.source}: {model.game.source}
        </p>
      )}
    </>
  );
}

const written = coreTexts(plainText);

/** The drift of each player of two strategies, at the present parameters. */
function Equations({ model: { game, point } }: ViewProps) {
  const texts = useTexts(all);
  const { reading: _, ...field } = fieldAt(game, point);
  const names = variableNames(game, field);
  const at = {
    shares: game.players.map(({ name, strategies }) => {
      const own = strategies.slice(0, -1).map((strategy) => whole(`${name}.${strategy}`));
      return [...own, own.reduce((rest, share) => written.sub(rest, share), whole('1'))];
    }),
    payoffs: () =>
      game.players.map(({ strategies }, player) => [
        ...strategies.slice(0, -1).map((_, s) => whole(`(${printAdvantage(game, field, player, s)})`)),
        whole('0'),
      ]),
    levels: () => field.levels.map((level) => whole(`(${formatPolynomial(level, names)})`)),
    sigma: [],
    number: (name: string) => written.constant(field.numbers[name]!),
  };
  const moved = drift(written, field, at);
  const lines = game.players.flatMap(({ name, strategies }, player) =>
    strategies.length === 2 ? [{ name, text: `d ${name}.${strategies[0]}/dt = ${moved[player]![0]!.text}` }] : [],
  );
  if (lines.length === 0) return null;
  return (
    <Card title={texts.advantages}>
      <p className={tables.hint}>{texts.advantagesHint}</p>
      {lines.map(({ name, text }) => (
        <p key={name} className={styles.equation}>
          <code>{text}</code>
        </p>
      ))}
    </Card>
  );
}
