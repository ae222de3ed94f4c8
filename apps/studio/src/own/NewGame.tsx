/**
 * The form for a new game: players with their strategies. What is wrong is said by the reader of game files itself.
 */
import { useState } from 'react';
import { faultWords } from '../i18n/fault-words';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { gameOf } from '../state/game-of';
import type { Dispatch } from '../views/contract';
import styles from './own.module.css';
import { mostPlayers, mostStrategies, type NewPlayer, newGameText } from './template';

const letters = ['A', 'B', 'C', 'D'];

export function NewGame({ dispatch, onDone }: { readonly dispatch: Dispatch; onDone(): void }) {
  const texts = useTexts().own;
  const language = useLanguage();
  const [name, setName] = useState('my-game');
  const [title, setTitle] = useState('');
  const [players, setPlayers] = useState<readonly NewPlayer[]>(
    letters.slice(0, 2).map((letter) => ({ name: letter, strategies: ['yes', 'no'] })),
  );
  const text = newGameText({ name, title: title || name, players });
  const { faults } = gameOf(text);
  const setCount = (count: number) =>
    setPlayers(letters.slice(0, count).map((letter, p) => players[p] ?? { name: letter, strategies: ['yes', 'no'] }));
  const setPlayer = (p: number, change: Partial<NewPlayer>) =>
    setPlayers(players.map((player, k) => (k === p ? { ...player, ...change } : player)));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (faults.length > 0) return;
        dispatch({ type: 'open-game', text });
        dispatch({ type: 'change', change: { view: 'game' } });
        onDone();
      }}
    >
      <label>
        {texts.name} <input type="text" value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <label>
        {texts.title} <input type="text" value={title} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label>
        {texts.players}{' '}
        <select value={players.length} onChange={({ target }) => setCount(Number(target.value))}>
          {Array.from({ length: mostPlayers }, (_, k) => (
            <option key={letters[k]}>{k + 1}</option>
          ))}
        </select>
      </label>
      {players.map((player, p) => (
        <fieldset key={letters[p]}>
          <legend>{texts.player(p + 1)}</legend>
          <label>
            {texts.name}{' '}
            <input type="text" value={player.name} onChange={({ target }) => setPlayer(p, { name: target.value })} />
          </label>
          <label>
            {texts.strategies}{' '}
            <input
              type="text"
              defaultValue={player.strategies.join(', ')}
              onChange={({ target }) =>
                setPlayer(p, {
                  strategies: target.value
                    .split(/[,，]/)
                    .map((one) => one.trim())
                    .filter((one) => one !== '')
                    .slice(0, mostStrategies),
                })
              }
            />
          </label>
        </fieldset>
      ))}
      {faults.length > 0 && (
        <ul role="alert" className={styles.faults}>
          {faults.slice(0, 4).map((fault) => (
            <li key={`${fault.path} ${fault.found}`}>
              {faultWords({ ...fault, line: undefined, column: undefined }, language)}
            </li>
          ))}
        </ul>
      )}
      <button type="submit" disabled={faults.length > 0}>
        {texts.create}
      </button>
    </form>
  );
}
