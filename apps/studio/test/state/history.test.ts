/** Undo and redo, as pure functions. */
import { bundledGameText } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { type History, type HistoryAction, historyOf, reduceHistory } from '../../src/state/history';
import { firstState } from '../../src/state/state';

function play(...actions: HistoryAction[]): History {
  return actions.reduce(reduceHistory, historyOf(firstState()));
}
const tau = (value: number, gesture?: string): HistoryAction => ({
  type: 'do',
  action: { type: 'set', values: { tau: value } },
  gesture,
});
const undo: HistoryAction = { type: 'undo' };
const redo: HistoryAction = { type: 'redo' };

describe('history', () => {
  it('takes changes back and brings them again', () => {
    expect(play(tau(0.6), tau(0.7), undo).present.set).toEqual({ tau: 0.6 });
    expect(play(tau(0.6), tau(0.7), undo, undo).present.set).toEqual({});
    expect(play(tau(0.6), tau(0.7), undo, undo, redo).present.set).toEqual({ tau: 0.6 });
  });

  it('makes one step of one gesture', () => {
    const pulled = play(tau(0.6, 'pull 1'), tau(0.65, 'pull 1'), tau(0.7, 'pull 1'));
    expect(pulled.past).toHaveLength(1);
    expect(reduceHistory(pulled, undo).present.set).toEqual({});
    expect(play(tau(0.6, 'pull 1'), tau(0.7, 'pull 2'), undo).present.set).toEqual({ tau: 0.6 });
    // after an undo the same slider begins anew
    expect(play(tau(0.6, 'pull 1'), undo, tau(0.7, 'pull 1')).past).toHaveLength(1);
  });

  it('forgets what was undone once something new is done', () => {
    expect(play(tau(0.6), undo, tau(0.8), redo).present.set).toEqual({ tau: 0.8 });
  });

  it('leaves view, language and theme where they are', () => {
    const toCube: HistoryAction = { type: 'do', action: { type: 'change', change: { view: 'cube', theme: 'dark' } } };
    const after = play(tau(0.6), toCube, undo);
    expect(after.present).toMatchObject({ view: 'cube', theme: 'dark', set: {} });
    expect(play(toCube).past).toHaveLength(0);
  });

  it('brings back another game with everything that belonged to it', () => {
    const open: HistoryAction = { type: 'do', action: { type: 'open-game', text: bundledGameText('hawk-dove') } };
    const opened = play(tau(0.6), open);
    expect(opened.present.set).toEqual({});
    expect(reduceHistory(opened, undo).present).toEqual(play(tau(0.6)).present);
  });

  it('does nothing where there is nothing to undo', () => {
    const start = historyOf(firstState());
    expect(reduceHistory(start, undo)).toBe(start);
    expect(reduceHistory(start, redo)).toBe(start);
  });
});
