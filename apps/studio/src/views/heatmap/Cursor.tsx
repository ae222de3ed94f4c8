/**
 * A cell of the heatmap under the pointer or the keys: its value and interval, and the way to set both parameters to it. Also
 * the mark of where the parameters stand.
 */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { HeatmapOutput } from '../../compute/jobs/heatmap';
import type { Plot } from '../../draw/protocol';
import { useTexts } from '../../i18n/use-texts';
import { brief } from '../../shell/figures';
import type { Model } from '../../state/model';
import type { Dispatch } from '../contract';
import styles from './heatmap.module.css';
import { texts as all } from './texts';

interface CursorProps {
  readonly result: HeatmapOutput;
  readonly plot: Plot;
  readonly model: Model;
  readonly dispatch: Dispatch;
}

interface Cell {
  readonly i: number;
  readonly j: number;
}

export function Cursor({ result, plot, model, dispatch }: CursorProps) {
  const texts = useTexts(all);
  const [cell, setCell] = useState<Cell | null>(null);
  const columns = result.x.values.length;
  const rows = result.y!.values.length;
  const clamp = ({ i, j }: Cell): Cell => ({
    i: Math.max(0, Math.min(columns - 1, i)),
    j: Math.max(0, Math.min(rows - 1, j)),
  });
  const at = (event: PointerEvent): Cell => {
    const box = event.currentTarget.getBoundingClientRect();
    return clamp({
      i: Math.floor(((event.clientX - box.left) / box.width) * columns),
      j: rows - 1 - Math.floor(((event.clientY - box.top) / box.height) * rows),
    });
  };
  const choose = (chosen: Cell) => {
    const { i, j } = chosen;
    dispatch({
      type: 'set',
      values: { [result.x.name]: result.x.values[i]!, [result.y!.name]: result.y!.values[j]! },
    });
  };
  const press = (event: KeyboardEvent) => {
    const from = cell ?? nearest(result, model);
    const steps: Readonly<Record<string, Cell>> = {
      ArrowRight: { i: 1, j: 0 },
      ArrowLeft: { i: -1, j: 0 },
      ArrowUp: { i: 0, j: 1 },
      ArrowDown: { i: 0, j: -1 },
    };
    const step = steps[event.key];
    if (step !== undefined) setCell(clamp({ i: from.i + step.i, j: from.j + step.j }));
    else if (event.key === 'Enter' || event.key === ' ') choose(from);
    else if (event.key === 'Escape') setCell(null);
    else return;
    event.preventDefault();
  };
  const shown = cell === null ? null : clamp(cell);
  const here = hereOf(result, model);
  const percent = (part: number) => `${100 * part}%`;
  return (
    <>
      {here !== null && (
        <span
          className={styles.here}
          title={texts.here}
          style={{ left: plot.left + here.x * plot.width, top: plot.top + (1 - here.y) * plot.height }}
        />
      )}
      <button
        type="button"
        className={styles.area}
        style={{ left: plot.left, top: plot.top, width: plot.width, height: plot.height }}
        aria-label={texts.cursor}
        onPointerMove={(event) => setCell(at(event))}
        onPointerLeave={() => setCell(null)}
        onClick={() => choose(cell ?? nearest(result, model))}
        onKeyDown={press}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) setCell(nearest(result, model));
        }}
        onBlur={() => setCell(null)}
      >
        {shown !== null && (
          <span
            className={styles.cell}
            style={{
              left: percent(shown.i / columns),
              bottom: percent(shown.j / rows),
              width: percent(1 / columns),
              height: percent(1 / rows),
            }}
          />
        )}
      </button>
      <output className={shown === null ? styles.noTip : styles.tip} style={tipPlace(plot, shown, columns, rows)}>
        {shown !== null && <Tip result={result} cell={shown} />}
      </output>
    </>
  );
}

function Tip({ result, cell: { i, j } }: { readonly result: HeatmapOutput; readonly cell: Cell }) {
  const texts = useTexts(all);
  const [value, low, high] = [result.values, result.low, result.high].map((table) => table[j]![i]!);
  return (
    <>
      <span>
        {result.x.name} = {brief(result.x.values[i]!)}, {result.y!.name} = {brief(result.y!.values[j]!)}
      </span>
      <strong>{value === null || value === undefined ? texts.none : texts.value(result.metric, brief(value))}</strong>
      {low != null && high != null && <span>{texts.interval(brief(low), brief(high))}</span>}
      <span className={styles.soft}>{texts.set(result.x.name, result.y!.name)}</span>
    </>
  );
}

/** Beside the cell, on the side where there is room. */
function tipPlace(plot: Plot, cell: Cell | null, columns: number, rows: number) {
  if (cell === null) return {};
  const [x, y] = [(cell.i + 0.5) / columns, (cell.j + 0.5) / rows];
  const top = plot.top + (1 - y) * plot.height;
  return x < 0.5
    ? { left: plot.left + x * plot.width + 16, top }
    : { left: plot.left + x * plot.width - 16, top, transform: 'translateX(-100%)' };
}

/** Where the parameters stand, as parts of the plot; null outside. */
function hereOf({ x, y }: HeatmapOutput, model: Model): { readonly x: number; readonly y: number } | null {
  const [across, up] = [x, y!].map(({ name, values }) => {
    const [first, last, half] = [values[0]!, values.at(-1)!, 0.5 / values.length];
    return half + ((valueAt(model, name) - first) / (last - first)) * (1 - 2 * half);
  }) as [number, number];
  return [across, up].every((part) => part >= 0 && part <= 1) ? { x: across, y: up } : null;
}

/** The cell nearest to where the parameters stand. */
function nearest({ x, y }: HeatmapOutput, model: Model): Cell {
  const index = (name: string, values: readonly number[]) => {
    const value = valueAt(model, name);
    return values.reduce((best, one, k) => (Math.abs(one - value) < Math.abs(values[best]! - value) ? k : best), 0);
  };
  return { i: index(x.name, x.values), j: index(y!.name, y!.values) };
}

function valueAt({ game, point }: Model, name: string): number {
  if (name in point.parameters) return point.parameters[name]!;
  const player = game.players.findIndex((one) => name === `sigma_${one.name}` || name === `initial.${one.name}`);
  if (player < 0) return Number.NaN;
  return name.startsWith('sigma_') ? point.sigma[player]! : point.initial[player]![0]!;
}
