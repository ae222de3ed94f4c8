import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chartsOf } from '../../site/gallery.mjs';

const charts = join(import.meta.dirname, '../../../packages/charts');

it('shows every golden picture of a chart but the narrow ones', () => {
  const shown = chartsOf(readFileSync(join(charts, 'README.md'), 'utf8')).flatMap(({ pictures }) =>
    pictures.map(({ file }) => file.replace('test/golden/', '')),
  );
  const golden = readdirSync(join(charts, 'test', 'golden')).filter((file) => /(?<!-narrow)\.golden\.svg$/.test(file));
  expect(shown.toSorted()).toEqual(golden.toSorted());
});
