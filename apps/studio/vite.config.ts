/**
 * The site: static files with relative addresses, so that any host carries them in any folder.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  // Workers start workers of their own (the threads of the WebAssembly backend), as modules.
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700 },
});
