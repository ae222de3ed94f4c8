import { describe, expect, it } from 'vitest';
import { missingChangesets } from '../../api/changesets.mjs';

const core = { name: '@trilogue/core', report: 'packages/core/api/core.api.md' };
const random = { name: '@trilogue/random', report: 'packages/random/api/random.api.md' };
const changeset = (name: string) =>
  `---\n'trilogue': patch\n'${name}': minor\n---\n\n'@trilogue/random': minor in the text\n`;

describe('missingChangesets', () => {
  it('asks for one where a report changed', () => {
    const found = missingChangesets([core, random], [core.report, 'README.md'], []);
    expect(found).toEqual([`${core.report} changed, and no new changeset names @trilogue/core: npm run changeset`]);
  });

  it('is content with one that names the package', () => {
    expect(missingChangesets([core, random], [core.report], [changeset('@trilogue/core')])).toEqual([]);
  });

  it('takes neither another package nor words of the text for it', () => {
    expect(missingChangesets([core, random], [random.report], [changeset('@trilogue/core')])).toHaveLength(1);
  });

  it('asks for none where nothing of the surface changed', () => {
    expect(missingChangesets([core, random], ['packages/core/src/index.ts'], [])).toEqual([]);
  });
});
