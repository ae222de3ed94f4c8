import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, whiskerBox } from '../../src/layout/place-labels.js';
import { textWidth } from '../../src/text/width.js';

const box = { left: 10, top: 20, width: 300, height: 200 };

describe('placeLabels', () => {
  it('puts a lone name at the right of its point, at the left near the right edge', () => {
    const [middle] = placeLabels([{ text: 'tau', at: [100, 100] }], box, 12);
    expect(middle!.place).toEqual([109, 100]);
    const [edge] = placeLabels([{ text: 'tau', at: [305, 100] }], box, 12);
    expect(edge!.place[0]).toBeCloseTo(305 - 9 - textWidth('tau', 12), 10);
  });

  it('goes around a whisker', () => {
    const whisker = whiskerBox([80, 100], [130, 100], 3);
    expect(whisker).toEqual({ left: 77, top: 97, width: 56, height: 6 });
    const [name] = placeLabels([{ text: 'tau', at: [100, 100] }], box, 12, [whisker]);
    expect(name!.place[1]).toBeLessThanOrEqual(97 - 6);
  });

  it('never lets two names meet, nor one leave the box', () => {
    const point = fc.tuple(
      fc.double({ min: 10, max: 310, noNaN: true }),
      fc.double({ min: 20, max: 220, noNaN: true }),
    );
    const names = fc.array(fc.tuple(point, fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(names, (list) => {
        const placed = placeLabels(
          list.map(([at, text]) => ({ at, text })),
          box,
          12,
        );
        const boxes = placed.map(({ text, place: [x, y] }) => ({
          from: x,
          to: x + textWidth(text, 12),
          top: y - 6,
          bottom: y + 6,
        }));
        boxes.forEach((a, k) => {
          expect(a.from >= 10 && a.to <= 310 && a.top >= 20 && a.bottom <= 220).toBe(true);
          for (const b of boxes.slice(k + 1)) {
            expect(a.to <= b.from || b.to <= a.from || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
          }
        });
      }),
    );
  });
});
