import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'internal/problems', 'internal/testing'].map((root) => root),
    testTimeout: 60_000,
  },
});
