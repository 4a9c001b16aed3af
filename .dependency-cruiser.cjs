/**
 * The boundaries between the layers at the top and the features inside. TypeScript 7 has no compiler API, so swc parses;
 * it is given no JSX here, so admin/ has its boundary in biome.json (noRestrictedImports).
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'schema-declares-only',
      'schema/ says what exists and imports nothing of what does it',
      { path: '^schema/' },
      {
        path: '^(server|admin|test|bin)/',
      },
    ),
    forbid(
      'server-stands-alone',
      'server/ serves the built pages, it does not import them',
      { path: '^server/' },
      {
        path: '^(admin|test|bin)/',
      },
    ),
    forbid(
      'feature-internals',
      "a feature's resolver and SQL are its own; others use its service",
      { path: '^server/([^/]+)/' },
      { path: '^server/[^/]+/.+(\\.resolver|\\.sql)\\.ts$', pathNot: '^server/$1/' },
    ),
    forbid(
      'main-is-the-top',
      'main.ts starts everything when it is loaded',
      {},
      { path: '^server/main\\.ts$' },
    ),
    forbid(
      'runtime-dependencies',
      'what the server needs must be there without devDependencies',
      { path: '^(server|schema)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    // commands.ts loads by the names that files have when built.
    forbid(
      'resolvable',
      'an import that leads nowhere',
      { pathNot: '^server/cli/commands\\.ts$' },
      {
        couldNotResolve: true,
      },
    ),
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
