/** The Markov chain between the regimes of a game, of which all but the first are states of the equation: 1 in their regime, 0 else. */

/** Name of the number that is the rate from a regime to another, from 0. */
export const rateOfRegimes = (from: number, to: number) => `regime.${from}.${to}`;

/** How many regimes there are; 1 where nothing switches. */
export function regimesOf({ states = [] }: { readonly states?: readonly { readonly regime?: true }[] }): number {
  return 1 + states.filter(({ regime }) => regime).length;
}

/** Rates by [from][to]; 0 where none is given, and on the diagonal. */
export function ratesOf<V>(regimes: number, number: (name: string) => V | undefined): (V | undefined)[][] {
  const all = Array.from({ length: regimes }, (_, r) => r);
  return all.map((from) => all.map((to) => (from === to ? undefined : number(rateOfRegimes(from, to)))));
}
