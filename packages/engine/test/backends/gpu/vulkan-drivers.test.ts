import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayHaveGraphics, mayHaveVulkan } from '../../../src/backends/gpu/vulkan-drivers.js';

/** Places that no variable moves. */
const fixed = ['/etc', '/usr/local/etc'].map((place) => join(place, 'vulkan/icd.d'));
const hasFixed = fixed.some((place) => existsSync(place) && readdirSync(place).some((name) => name.endsWith('.json')));

describe.runIf(process.platform === 'linux' && !hasFixed)('mayHaveVulkan', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trilogue-vulkan-'));
    for (const name of ['VK_DRIVER_FILES', 'VK_ICD_FILENAMES', 'VK_ADD_DRIVER_FILES']) vi.stubEnv(name, '');
    for (const name of ['XDG_CONFIG_HOME', 'XDG_CONFIG_DIRS', 'XDG_DATA_HOME', 'XDG_DATA_DIRS']) {
      vi.stubEnv(name, join(folder, 'none'));
    }
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('is false where no driver lies in any place that the loader looks', async () => {
    expect(await mayHaveVulkan()).toBe(false);
  });

  it.each(['XDG_CONFIG_HOME', 'XDG_CONFIG_DIRS', 'XDG_DATA_HOME', 'XDG_DATA_DIRS'])(
    'looks where %s says, for descriptions of drivers alone',
    async (name) => {
      const place = join(folder, 'vulkan/icd.d');
      mkdirSync(place, { recursive: true });
      vi.stubEnv(name, name.endsWith('DIRS') ? `/nowhere:${folder}` : folder);
      writeFileSync(join(place, 'readme.txt'), '');
      expect(await mayHaveVulkan()).toBe(false);
      writeFileSync(join(place, 'driver.json'), '{}');
      expect(await mayHaveVulkan()).toBe(true);
    },
  );

  it.each(['VK_DRIVER_FILES', 'VK_ICD_FILENAMES', 'VK_ADD_DRIVER_FILES'])('believes %s', async (name) => {
    vi.stubEnv(name, '/nowhere/driver.json');
    expect(await mayHaveVulkan()).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('mayHaveGraphics', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trilogue-devices-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is false without a device, and where there is nothing but screens', async () => {
    expect(await mayHaveGraphics(join(folder, 'none'))).toBe(false);
    mkdirSync(join(folder, 'dri'));
    writeFileSync(join(folder, 'dri/card0'), '');
    writeFileSync(join(folder, 'nvidiactl'), '');
    expect(await mayHaveGraphics(folder)).toBe(false);
  });

  it.each(['dri/renderD128', 'nvidia0', 'dxg'])('sees %s', async (name) => {
    mkdirSync(join(folder, 'dri'));
    writeFileSync(join(folder, name), '');
    expect(await mayHaveGraphics(folder)).toBe(true);
  });
});
