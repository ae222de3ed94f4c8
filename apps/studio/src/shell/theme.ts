/**
 * Light or dark: what the state says, else what the system asks for.
 */
import { createContext, useContext, useEffect, useState } from 'react';
import type { Theme } from '../state/state';

export const ThemeContext = createContext<Theme>('light');

export function useTheme(): Theme {
  return useContext(ThemeContext);
}

const dark = () => matchMedia('(prefers-color-scheme: dark)');

/** The theme of the page for the choice in the state. */
export function useChosenTheme(chosen: Theme | null): Theme {
  const [system, setSystem] = useState<Theme>(() => (dark().matches ? 'dark' : 'light'));
  useEffect(() => {
    const query = dark();
    const follow = () => setSystem(query.matches ? 'dark' : 'light');
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return chosen ?? system;
}
