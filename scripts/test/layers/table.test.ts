import { describe, expect, it } from 'vitest';
import { layers, testOnly } from '../../layers/table.mjs';

describe('layers', () => {
  it('name only layers above them, so that no cycle can arise', () => {
    layers.forEach(({ name, values, types }, index) => {
      const above = layers.slice(0, index).map((layer) => layer.name);
      expect([name, ...above]).toEqual([...new Set([name, ...above])]);
      for (const other of [...values, ...types]) expect(above, `${name} may import ${other}`).toContain(other);
    });
  });

  it('let no package import what is for tests', () => {
    for (const { name, values, types } of layers) {
      for (const other of testOnly) expect([...values, ...types], name).not.toContain(other);
    }
  });
});
