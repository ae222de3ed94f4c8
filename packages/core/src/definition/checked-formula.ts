/**
 * Names inside expression strings, checked by the compiler.
 * The text is cut at every operator, parenthesis and space; what is left are numbers and names. Each cut is a tail
 * recursion over the pieces of one sign, so the only bound is some 900 uses of the same sign in one expression.
 */
import type { functionArguments } from '../expression/functions.js';
import type { Formula } from './game-definition.js';

type Cut<Text extends string, Sign extends string, Done = never> = Text extends `${infer Head}${Sign}${infer Tail}`
  ? Cut<Tail, Sign, Done | Head>
  : Done | Text;

type CutArithmetic<Text extends string> = Cut<Cut<Cut<Cut<Cut<Text, '+'>, '-'>, '*'>, '/'>, '^'>;
type CutCalls<Text extends string> = Cut<Cut<Cut<Cut<Text, ','>, '<'>, '>'>, '='>;
type CutSpace<Text extends string> = Cut<Cut<Cut<Cut<Text, ' '>, '\n'>, '\t'>, '\r'>;

/** All words of an expression, as a union. */
export type Words<Text extends string> = CutSpace<CutCalls<CutArithmetic<Cut<Cut<Text, '('>, ')'>>>>;

type FunctionName = Exclude<keyof typeof functionArguments, 'sum'>;

type NumberStart = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.';

/** The words that are neither numbers nor among the known names. */
export type UnknownWords<Text extends string, Known extends string> = Exclude<
  Words<Text>,
  '' | `${NumberStart}${string}` | FunctionName | Known
>;

/** The formula itself, or a text that says which name is unknown. Not checked: text that is not a literal, and sums, which have a name of their own. */
export type CheckedFormula<F, Known extends string> = F extends string
  ? string extends F
    ? F
    : F extends `${string}sum(${string}`
      ? F
      : [UnknownWords<F, Known>] extends [never]
        ? F
        : `unknown name "${UnknownWords<F, Known>}"`
  : Formula;
