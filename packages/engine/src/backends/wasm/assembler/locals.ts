/** Collects the vector locals of a function while its body is written. */
import { type Code, type ValueType, wasm } from './code.js';

export interface Locals {
  /** Declares the local at first use and writes `local = value`. */
  set(name: string, value: Code): Code;
  get(name: string): Code;
  declared(): { name: string; type: ValueType }[];
}

export function vectorLocals(): Locals {
  const names = new Set<string>();
  return {
    set(name, value) {
      names.add(name);
      return wasm.set(name, value);
    },
    get: (name) => wasm.get(name),
    declared: () => [...names].map((name) => ({ name, type: 'v128' })),
  };
}

/** Locals of a part of the code, whose names begin with a prefix of its own. */
export function namedLocals(locals: Locals, prefix: string): Locals {
  return {
    set: (name, value) => locals.set(`${prefix}${name}`, value),
    get: (name) => locals.get(`${prefix}${name}`),
    declared: () => locals.declared(),
  };
}
