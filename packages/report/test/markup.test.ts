import { describe, expect, it } from 'vitest';
import { html, joined, preformatted } from '../src/html/markup.js';
import { groupedTable, table } from '../src/html/table.js';

describe('html', () => {
  it('escapes text wherever it enters, also in attributes, and leaves markup alone', () => {
    const hostile = `"><script>alert('x')</script>&`;
    const { markup } = html`<p title="${hostile}">${hostile}${html`<b>${'<'}</b>`}</p>`;
    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;';
    expect(markup).toBe(`<p title="${escaped}">${escaped}<b>&lt;</b></p>`);
  });

  it('leaves out what cannot be printed and what turns text around', () => {
    expect(html`${'a\u0000b\u202ec\nd'}`.markup).toBe('abc d');
  });

  it('keeps the spaces that join a text to its neighbours, and writes nothing for null', () => {
    expect(html`x${' and '}y${null}${['', ' ']}${joined(['a', 'b'], ', ')}`.markup).toBe('x and y a, b');
  });

  it('keeps the lines and indents of preformatted text', () => {
    expect(preformatted('a:\n  b: <c>').markup).toBe('<pre>a:\n  b: &lt;c&gt;</pre>');
  });
});

describe('table', () => {
  it('gives headers their scope', () => {
    const { markup } = table({
      ...{ id: 't', caption: 'Two & two' },
      columns: [{ head: 'Name' }, { head: 'Value', figures: true }],
      rows: [['a', '1']],
    });
    expect(markup).toContain('<caption>Two &amp; two</caption>');
    expect(markup).toContain('<th scope="col">Name</th><th scope="col" class="figures">Value</th>');
    expect(markup).toContain('<tr><th scope="row">a</th><td class="figures">1</td></tr>');
  });

  it('names several rows at once', () => {
    const { markup } = groupedTable({
      ...{ id: 't', caption: 'Groups', columns: [{ head: 'Of' }, { head: 'Name' }, { head: 'Value', figures: true }] },
      groups: [
        {
          head: 'both',
          rows: [
            ['a', '1'],
            ['b', '2'],
          ],
        },
        { head: 'one', rows: [['c', '3']] },
      ],
    });
    const rows = markup.replaceAll('\n', '').match(/<tbody.*<\/tbody>/)![0];
    expect(rows).toBe(
      '<tbody class="together"><tr><th scope="rowgroup" rowspan="2">both</th><td>a</td><td class="figures">1</td></tr>' +
        '<tr><td>b</td><td class="figures">2</td></tr></tbody>' +
        '<tbody class="together"><tr><th scope="rowgroup" rowspan="1">one</th><td>c</td><td class="figures">3</td></tr></tbody>',
    );
  });
});
