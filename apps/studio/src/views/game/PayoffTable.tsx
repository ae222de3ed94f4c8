/**
 * The payoffs as the file has them: a table of profiles, or a formula for each player and own strategy.
 */
import { csvTable, type Fault, payoffTable } from '@trilogue/core';
import { useTexts } from '../../i18n/use-texts';
import { checkCommand } from '../../keep/command';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import { brief } from '../../shell/figures';
import { Table } from '../../shell/Table';
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
        <Table
          label={texts.formulas}
          heads={[texts.player, texts.strategy, texts.formulas]}
          rows={form.byStrategy.map(({ player, strategy, formula }) => ({
            name: player,
            key: `${player}.${strategy}`,
            cells: [
              strategy,
              { text: <FormulaField {...common} label={texts.formula(strategy, player)} formula={formula} /> },
            ],
          }))}
        />
      </Card>
    );
  }
  const players = [...new Set(form.table.flatMap(({ pay }) => Object.keys(pay)))];
  const numbers = valuesOf(model);
  return (
    <Card title={texts.table} tools={menu}>
      <p className={tables.hint}>{texts.hint}</p>
      <Table
        label={texts.table}
        className={styles.payoffs}
        heads={[texts.profile, ...players.map((player) => texts.payoffOf(player))]}
        rows={form.table.map(({ path, when, pay }) => ({
          name: when.join(', '),
          key: path,
          cells: players.map((player) => ({
            text: pay[player] !== undefined && (
              <FormulaField
                {...common}
                label={texts.formula(when.join(', '), player)}
                formula={pay[player]}
                value={numbers.get(`${when.join()} ${player}`)}
                width={players.length > 1 ? 25 : 60}
              />
            ),
          })),
        }))}
      />
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
