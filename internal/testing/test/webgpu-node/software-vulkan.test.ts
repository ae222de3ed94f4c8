import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { create } from 'webgpu';
import { softwareVulkan } from '../../src/webgpu-node/software-vulkan.js';
import { squares } from '../fixtures/squares.js';

describe('softwareVulkan', () => {
  it('is empty where no folder has the driver', () => {
    expect(softwareVulkan([])).toEqual({});
    expect(softwareVulkan(['/nowhere'])).toEqual({});
  });

  it('names the driver of the first folder that has one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trilogue-vulkan-'));
    const driver = join(folder, 'vk_swiftshader_icd.json');
    await writeFile(driver, '{}');
    expect(softwareVulkan(['/nowhere', folder])).toMatchObject({ VK_DRIVER_FILES: driver, VK_ICD_FILENAMES: driver });
    await rm(folder, { recursive: true });
  });
});

// Distributions of Linux put the driver beside Chromium; other systems have no such file, and WebGPU of their own.
describe.runIf(process.platform === 'linux')('WebGPU in Node', () => {
  it('computes on SwiftShader in a test, by the environment that the test configuration sets', async () => {
    // held until the end: an instance that is collected while its threads run can end the process
    const gpu = create([]);
    const adapter = await gpu.requestAdapter();
    expect(adapter?.info.architecture).toBe('swiftshader');
    expect(await squares(adapter!, [1, 2, 3, 4])).toEqual([1, 4, 9, 16]);
    expect(gpu.wgslLanguageFeatures).toBeDefined();
  });

  it('finds SwiftShader in a child process that is given the variables, and ends by itself', async () => {
    const script = `
      import { create } from 'webgpu';
      const adapter = await create([]).requestAdapter();
      console.log(adapter.info.architecture);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      env: { PATH: process.env.PATH, ...softwareVulkan() },
      timeout: 30_000,
    });
    expect(stdout.trim()).toBe('swiftshader');
  });
});
