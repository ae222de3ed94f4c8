/**
 * The step program: one step of a scheme as straight-line single-precision arithmetic, as data.
 *
 * A program reads registers (the state, then what trackers keep), coefficients (numbers of one cell) and random
 * increments, and gives the new value of each register. `evaluate.ts` and the `print-program.ts` of two backends read it;
 * none of them knows games or schemes. Every operation rounds once to single precision, so that backends whose
 * drivers do not fuse operations agree to the last bit.
 */

/** A node of the program; operands are indices of earlier nodes. */
export type Node =
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: 'register'; readonly index: number }
  | { readonly op: 'coefficient'; readonly index: number }
  /** Standard normal increment of a channel. */
  | { readonly op: 'normal'; readonly channel: number }
  /** Operand `a` with a random sign: the two-point increment of a channel. */
  | { readonly op: 'flip'; readonly a: number; readonly channel: number }
  | { readonly op: UnaryOperation; readonly a: number }
  | { readonly op: BinaryOperation; readonly a: number; readonly b: number }
  /** `a` where `condition` is 1, `b` where it is 0. */
  | { readonly op: 'select'; readonly condition: number; readonly a: number; readonly b: number };

/** `exp` takes operands of at most 80 in size. */
export type UnaryOperation = 'sqrt' | 'exp';

/** `less` and `differs` give 1 or 0; the rest are arithmetic. */
export type BinaryOperation = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max' | 'less' | 'differs';

/** How the random words of a path become increments. */
export type IncrementKind = 'none' | 'two-point' | 'gaussian';

export interface Program {
  readonly nodes: readonly Node[];
  /** Node that gives each register's new value. */
  readonly results: readonly number[];
  /** Names of the registers, for messages and printed source. */
  readonly registers: readonly string[];
  readonly coefficients: number;
  readonly increments: IncrementKind;
  /** Number of independent Brownian motions. */
  readonly channels: number;
}

/** The nodes that a node is made of, by the names of its fields. */
export function operands(node: Node): Readonly<Record<string, number>> {
  switch (node.op) {
    case 'constant':
    case 'coefficient':
    case 'register':
    case 'normal':
      return {};
    case 'flip':
    case 'sqrt':
    case 'exp':
      return { a: node.a };
    case 'select':
      return { condition: node.condition, a: node.a, b: node.b };
    default:
      return { a: node.a, b: node.b };
  }
}

/** Marks the nodes that do not change from step to step: constants, coefficients and what is made of them alone. */
export function invariants(program: Program): boolean[] {
  const changing = new Set<Node['op']>(['register', 'normal', 'flip']);
  const fixed: boolean[] = [];
  for (const node of program.nodes) {
    fixed.push(!changing.has(node.op) && Object.values(operands(node)).every((operand) => fixed[operand]));
  }
  return fixed;
}
