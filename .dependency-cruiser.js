/** What each room of `src-core` may import, besides itself. CONTRIBUTING.md, "Rules of the rooms", gives the reasons. */
const MAY_IMPORT = {
  contract: [],
  audio: ['contract'],
  emotion: ['contract', 'audio'],
  queue: ['contract', 'audio'],
  database: ['contract'],
  library: ['contract', 'audio', 'emotion', 'database'],
  service: ['contract', 'audio', 'emotion', 'queue', 'database', 'library'],
  training: ['contract', 'audio', 'emotion'],
  server: ['contract', 'service'],
  cli: ['contract', 'library', 'service', 'server'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(([room, others]) => ({
      name: `rooms-${room}`,
      comment: `src-core/${room} may import only: ${[room, ...others].join(', ')}`,
      severity: 'error',
      from: { path: `^src-core/${room}/` },
      to: {
        path: '^(src-core|electron|renderer|test)/',
        pathNot: `^src-core/(${[room, ...others].join('|')})/`,
      },
    })),
    {
      name: 'rooms-electron',
      comment: 'electron/ may import only: contract, service, server',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(src-core|renderer|test)/', pathNot: '^src-core/(contract|service|server)/' },
    },
    {
      name: 'page-is-not-built-of-main',
      comment: "Electron's processes share only the contract and the names of their messages.",
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^(electron|src-core)/', pathNot: '^(electron/(preload/|channels)|src-core/contract/)' },
    },
    {
      name: 'rooms-renderer',
      comment: 'The page knows the core by its contract alone, and nothing of Node or Electron.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(src-core|electron|test)/', pathNot: '^src-core/contract/' },
    },
    {
      name: 'no-node-in-page',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-core',
      comment: 'The queue and the contract are plain functions over plain data: no I/O.',
      severity: 'error',
      from: { path: '^src-core/(queue|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sql-in-one-room',
      comment: 'Only src-core/database speaks SQL.',
      severity: 'error',
      from: { path: '^src-core/', pathNot: '^src-core/database/' },
      to: { path: 'better-sqlite3' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^src-core/', pathNot: '^src-core/(training/|audio/kernel/compile-assembly)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src-core/[a-z]+/kernel/assembly/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
