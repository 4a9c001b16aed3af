/** The boundaries of STYLE: layers at the top, features inside. TypeScript 7 has no compiler API, so swc parses. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('schema-declares-only', 'schema/ says what exists and imports nothing of what does it', { path: '^schema/' }, {
      path: '^(server|admin|test|bin)/',
    }),
    forbid('server-stands-alone', 'server/ serves the built pages, it does not import them', { path: '^server/' }, {
      path: '^(admin|test|bin)/',
    }),
    forbid('admin-speaks-graphql', 'admin/ knows the API, not the code behind it', { path: '^admin/' }, {
      path: '^(server|schema|test|bin)/',
    }),
    forbid(
      'feature-internals',
      "a feature's resolver and SQL are its own; others use its service",
      { path: '^server/([^/]+)/' },
      { path: '^server/[^/]+/.+(\\.resolver|\\.sql)\\.ts$', pathNot: '^server/$1/' },
    ),
    forbid('main-is-the-top', 'main.ts starts everything when it is loaded', {}, { path: '^server/main\\.ts$' }),
    forbid(
      'runtime-dependencies',
      'what the server needs must be there without devDependencies',
      { path: '^(server|schema)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('resolvable', 'an import that leads nowhere', {}, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
