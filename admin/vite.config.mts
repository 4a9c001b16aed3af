import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const server = process.env.VITE_SERVER ?? 'http://127.0.0.1:4000';

/**
 * The admin and Apollo's client read, walk and print documents, and use no more of graphql. The whole of it would come
 * along all the same: a library of the playground takes it by `require`, and what is taken so is never left out in part.
 */
const graphqlLanguage: Plugin = {
  name: 'graphql-language',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer = '') {
    const readsDocuments =
      /node_modules[\\/](@apollo[\\/]client|graphql-tag|ra-data-graphql)[\\/]|admin[\\/]src[\\/]/;
    return source === 'graphql' && readsDocuments.test(importer) ? '\0graphql-language' : null;
  },
  load: (id) =>
    id !== '\0graphql-language'
      ? null
      : `export { GraphQLError } from 'graphql/error/GraphQLError';
         export { isSelectionNode } from 'graphql/language/predicates';
         export { Kind } from 'graphql/language/kinds';
         export { parse } from 'graphql/language/parser';
         export { print } from 'graphql/language/printer';
         export { BREAK, visit } from 'graphql/language/visitor';
         export { getIntrospectionQuery } from 'graphql/utilities/getIntrospectionQuery';`,
};

/** Two pages: the admin at / and the playground. Everything they need is bundled: no request leaves our own origin. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  // react-admin and the playground both come with React: one copy for all of them.
  resolve: { dedupe: ['react', 'react-dom', 'graphql', '@emotion/react', '@emotion/styled'] },
  plugins: [graphqlLanguage],
  worker: { format: 'es' },
  // These import workers by a query that only Vite itself understands, not its bundling of dependencies.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
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
      output: {
        codeSplitting: {
          // React changes rarely: a chunk of its own stays in caches.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            {
              name: 'graphql-language',
              test: /node_modules[\\/]graphql[\\/](language|error|jsutils|utilities[\\/]getIntrospectionQuery)/,
              priority: 2,
            },
            { name: 'graphql-schema', test: /node_modules[\\/]graphql[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': server, '/auth': server } },
});
