/** Prints how a batch's random words, and the Gaussian increments made of them, get into the slots of the groups. */

import type { IncrementLayout } from '../../../program/increments.js';
import { type Code, wasm } from '../assembler/code.js';
import { type Locals, namedLocals } from '../assembler/locals.js';
import { radiusCode, turnedCode } from '../assembler/normal.js';
import { blockRounds, pathProducts, philoxBlock } from '../assembler/philox.js';
import type { Slots } from './slots.js';

/** Rounds of Philox wait for each other, so two groups are drawn together; this divides GROUPS. */
const TOGETHER = 2;

/**
 * Code that draws `blocks` Philox blocks for every group, from counter local `block`, which is left behind them. Local
 * `word` is the distance of a block from the slot's first word.
 */
export function drawWords(layout: IncrementLayout, slots: Slots, locals: Locals, blocks: number): Code[] {
  const one = [
    ...blockRounds(locals, { block: splat('block'), pathHi: splat('pathHi'), cell: splat('cell') }),
    ...slots.each(philox(slots, locals), TOGETHER),
    ...(layout.kind === 'gaussian'
      ? [...slots.each(radii(slots, locals), TOGETHER), ...slots.each(turns(slots, locals))]
      : []),
    wasm.increase('block', 1),
    wasm.increase('word', 64),
  ];
  const more = wasm.op('i32.lt_u', wasm.get('word'), wasm.i32(64 * blocks));
  return [
    wasm.set('word', wasm.i32(0)),
    { kind: 'loop', label: 'block', body: [...one, { kind: 'br_if', label: 'block', condition: more }] },
  ];
}

const splat = (name: string) => wasm.op('i32x4.splat', wasm.get(name));

/** Code that leaves a group's path numbers, in local `path`, and what all of its blocks share in the group's slot. */
export function enterPaths(slots: Slots, locals: Locals): Code[] {
  return [
    slots.store(slots.path, locals.get('path')),
    ...pathProducts(locals, { pathLo: locals.get('path'), pathHi: splat('pathHi') }),
    slots.store(slots.products, locals.get('pathHigh')),
    slots.store(slots.products + 16, locals.get('pathLow')),
  ];
}

function philox(slots: Slots, locals: Locals): Code[] {
  const address = wasm.op('i32.add', wasm.get('slot'), wasm.get('word'));
  const groups = Array.from({ length: TOGETHER }, (_, g) => ({
    own: namedLocals(locals, `g${g}.`),
    base: g * slots.bytes,
  }));
  const names = ['word0', 'word1', 'word2', 'word3'] as const;
  // all that is read before all that is written: code between two accesses to memory stays between them
  return [
    ...groups.flatMap(({ own, base }) => [
      own.set('pathHigh', slots.load(base + slots.products)),
      own.set('pathLow', slots.load(base + slots.products + 16)),
    ]),
    ...groups.flatMap(({ own }) => philoxBlock(own, locals)),
    ...groups.flatMap(({ own, base }) =>
      names.map((name, w) => slots.store(base + slots.words + 16 * w, own.get(name), address)),
    ),
  ];
}

/** Puts the radii of the pairs in the places of their first words: few numbers at a time, so four pairs together. */
function radii(slots: Slots, locals: Locals): Code[] {
  return pairs(slots, locals, TOGETHER, (own, first) => ({
    reads: [own.set('word', first.read)],
    computes: radiusCode(own, own.get('word'), 'radius'),
    writes: [first.write(own.get('radius'))],
  }));
}

/** Puts standard normals in the places of the radii and of the second words: twice as many numbers, two pairs together. */
function turns(slots: Slots, locals: Locals): Code[] {
  return pairs(slots, locals, 1, (own, first, second) => ({
    reads: [own.set('radius', first.read), own.set('word', second.read)],
    computes: turnedCode(own, own.get('radius'), own.get('word'), 'normal0', 'normal1'),
    writes: [first.write(own.get('normal0')), second.write(own.get('normal1'))],
  }));
}

/** A word's place in a slot. */
interface Place {
  readonly read: Code;
  write(value: Code): Code;
}

interface Parts {
  readonly reads: readonly Code[];
  readonly computes: readonly Code[];
  readonly writes: readonly Code[];
}

/** Code for both pairs of a block, for so many groups at once; what waits in one is filled by another. */
function pairs(
  slots: Slots,
  locals: Locals,
  groups: number,
  parts: (own: Locals, first: Place, second: Place) => Parts,
): Code[] {
  const address = wasm.op('i32.add', wasm.get('slot'), wasm.get('word'));
  const place = (offset: number): Place => ({
    read: slots.load(offset, address),
    write: (value) => slots.store(offset, value, address),
  });
  const all = Array.from({ length: 2 * groups }, (_, i) => {
    const at = (i >> 1) * slots.bytes + slots.words + (i & 1) * 32;
    return parts(namedLocals(locals, `p${i}.`), place(at), place(at + 16));
  });
  return [
    ...all.flatMap(({ reads }) => reads),
    ...all.flatMap(({ computes }) => computes),
    ...all.flatMap(({ writes }) => writes),
  ];
}
