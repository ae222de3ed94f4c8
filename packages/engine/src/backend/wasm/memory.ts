/** Where a WebAssembly kernel finds its numbers: byte addresses in one memory, sized for one call. */
import { MOST_GROUPS } from '../../program/print-wasm.js';

const PAGE = 65_536;
const align = (bytes: number) => Math.ceil(bytes / 16) * 16;

export interface Layout {
  readonly coefficients: number;
  readonly start: number;
  readonly gaps: number;
  readonly out: number;
  /** Bytes of one group's records. */
  readonly span: number;
  /** Groups of four paths in one call. */
  readonly groups: number;
  readonly pages: number;
}

/** The most bytes of records in one call. */
const RECORD_BYTES = 4 * 2 ** 20;

/** Addresses for a program with so many coefficients, registers and records. */
export function memoryLayout(coefficients: number, registers: number, records: number): Layout {
  const start = align(4 * coefficients);
  const gaps = start + align(4 * registers);
  const out = gaps + align(4 * (records + 1));
  const perGroup = records * registers * 16;
  const most = Math.min(4096, Math.floor(RECORD_BYTES / perGroup));
  const groups = Math.max(1, Math.floor(most / MOST_GROUPS)) * MOST_GROUPS;
  return {
    coefficients: 0,
    start,
    gaps,
    out,
    span: perGroup,
    groups,
    pages: Math.ceil((out + groups * perGroup) / PAGE),
  };
}
