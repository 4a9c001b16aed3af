import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const server = process.env.KHOI_SERVER ?? 'http://127.0.0.1:4000';

/** Two pages: the admin at / and the playground. Everything they need is bundled: no request leaves our own origin. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  // react-admin and the playground both come with React: one copy for all of them.
  resolve: { dedupe: ['react', 'react-dom', 'graphql', '@emotion/react', '@emotion/styled'] },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2022',
    // The playground's editor is one big lazy chunk; the admin's own budget is held by a test.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: [page('index.html'), page('playground.html')].filter((file) => existsSync(file)),
      // "use client" and the like in libraries mean nothing to a bundle for browsers: hundreds of warnings less.
      onLog: (level, log, handler) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
  server: { proxy: { '/graphql': server } },
});
