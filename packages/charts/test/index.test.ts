import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = new URL('../src/', import.meta.url);

describe('@trilogue/charts', () => {
  it('loads neither ECharts nor a native module before something is drawn', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = readFileSync(new URL(file.replaceAll('\\', '/'), source), 'utf8');
      // loaded by others when something is drawn
      if (/render[\\/](?:echarts-parts|png-node)\.ts$/.test(file)) continue;
      expect(text, file).not.toMatch(
        /^(?:import|export) (?!type )[^;]*from '(?:echarts|@resvg|node:|.*\/(?:echarts-parts|png-node)\.js)/m,
      );
    }
  });
});
