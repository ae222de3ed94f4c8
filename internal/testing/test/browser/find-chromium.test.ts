import { afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from '../../src/browser/find-chromium.js';

describe('findChromium', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('takes CHROME_PATH before anything else', () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(findChromium()).toBe(process.execPath);
  });

  it('does not look elsewhere when CHROME_PATH names no file', () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    expect(() => findChromium()).toThrow('CHROME_PATH is /nowhere/chrome, but there is no such file.');
  });
});
