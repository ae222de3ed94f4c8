/**
 * The payoffs as the file has them: a table of profiles, or a formula for each player and own strategy.
 */
import { csvTable, type Fault, payoffTable } from '@trilogue/core';
import { useTexts } from '../../i18n/use-texts';
import { checkCommand } from '../../keep/command';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import { brief } from '../../shell/figures';
import type { GameForm } from '../../state/game-file';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import { FormulaField } from './FormulaField';
import styles from './game.module.css';
import { texts as all } from './texts';

interface PayoffTableProps extends ViewProps {
  readonly form: GameForm;
  readonly faults: readonly Fault[];
}

export function PayoffTable({ form, faults, state, model, dispatch }: PayoffTableProps) {
  const texts = useTexts(all);
  const common = { gameText: state.gameText, faults, dispatch };
  const menu = (
    <SaveMenu state={state} name="payoffs" csv={() => payoffsCsv(model)} command={checkCommand(state, model)} />
  );
  if (form.table === null) {
    return (
      <Card title={texts.formulas} tools={menu}>
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{texts.player}</th>
                <th scope="col">{texts.strategy}</th>
                <th scope="col">{texts.formulas}</th>
              </tr>
            </thead>
            <tbody>
              {form.byStrategy.map(({ player, strategy, formula }) => (
                <tr key={`${player}.${strategy}`}>
                  <th scope="row">{player}</th>
                  <td>{strategy}</td>
                  <td>
                    <FormulaField {...common} label={texts.formula(strategy, player)} formula={formula} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    );
  }
  const players = [...new Set(form.table.flatMap(({ pay }) => Object.keys(pay)))];
  const numbers = valuesOf(model);
  return (
    <Card title={texts.table} tools={menu}>
      <p className={tables.hint}>{texts.hint}</p>
      <div className={tables.scroll}>
        <table className={`${tables.table} ${styles.payoffs}`}>
          <thead>
            <tr>
              <th scope="col">{texts.profile}</th>
              {players.map((player) => (
                <th key={player} scope="col">
                  {texts.payoffOf(player)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {form.table.map(({ path, when, pay }) => (
              <tr key={path}>
                <th scope="row">{when.join(', ')}</th>
                {players.map((player) => (
                  <td key={player}>
                    {pay[player] !== undefined && (
                      <FormulaField
                        {...common}
                        label={texts.formula(when.join(', '), player)}
                        formula={pay[player]}
                        value={numbers.get(`${when.join()} ${player}`)}
                        width={players.length > 1 ? 25 : 60}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Profile and payoffs in numbers; where a population meets itself the profile is its own strategy and the opponent's. */
function payoffsCsv({ game, point }: ViewProps['model']): string {
  const names = game.players.map(({ name }) => name);
  return csvTable(
    [...(game.against === 'self' ? ['own', 'opponent'] : names), ...names.map((name) => `payoff.${name}`)],
    payoffTable(game, point).map(({ profile, payoffs }) => [...profile, ...payoffs]),
  );
}

/** Payoffs in numbers by profile and player. */
function valuesOf({ game, point }: ViewProps['model']): ReadonlyMap<string, string> {
  return new Map(
    payoffTable(game, point).flatMap(({ profile, payoffs }) =>
      game.players.map(({ name }, i) => [`${profile.join()} ${name}`, brief(payoffs[i]!)] as const),
    ),
  );
}
