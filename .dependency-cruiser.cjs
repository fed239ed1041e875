/** The floor plan, as rules. Folder names do the work: a new room needs no new line here. */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'Down by import, up by event.'),

    rule(
      'domain-stands-alone',
      { path: '^packages/domain', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/domain' },
      'The vocabulary depends on nothing.',
    ),
    rule(
      'engine-is-pure',
      { path: '^packages/engine/', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/(engine|domain)/' },
      'No I/O, no vendor, no clock: data in, data out.',
    ),
    rule(
      'sampler-stays-home',
      { path: '^apps/web|^packages/engine/src/(?!sampling)', pathNot: '\\.test\\.ts$' },
      { path: '^packages/engine/src/sampling' },
      'Fitting is for servers; a phone carries its results.',
    ),
    rule(
      'checker-stands-apart',
      { path: '^packages/engine/src/program-check', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/(domain/|engine/src/(program-check|session-time)/)' },
      'Whoever judges programs knows nothing of how they are made; only the vocabulary and the model of time are shared.',
    ),
    rule(
      'engine-rpc-is-messages',
      { path: '^packages/engine-rpc/', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/(engine-rpc|engine|domain)/|/@grpc/grpc-js/|/@bufbuild/protobuf/' },
      'Words for the wire; whoever speaks them lives in an app.',
    ),
    rule(
      'traces-know-opentelemetry',
      { path: '^packages/traces/', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/traces/|/@opentelemetry/|^(node:)?async_hooks' },
      'Apps load it only where somebody named a collector.',
    ),
    rule(
      'faults-know-sentry',
      { path: '^packages/faults/', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/faults/|/@sentry/core/|^(node:)?https?$' },
      'What speaks to it is loaded by apps only where somebody named one.',
    ),
    rule(
      'program-text-knows-yaml',
      { path: '^packages/program-text/', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/(program-text|engine|domain)/|/yaml/' },
      'A frame of YAML around the sets of the engine.',
    ),
    rule(
      'programs-start-in-one-place',
      { path: '^apps/(api|engine)/src/', pathNot: '\\.test\\.ts$|^apps/api/src/(testing/|platform/aside\\.ts$)' },
      { path: '^(node:)?child_process$' },
      'A server starts no shell and no program but its own.',
    ),
    rule(
      'catalog-is-data',
      { path: '^packages/catalog/src', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/(catalog|domain)|^(node:)?(fs|url|path)' },
    ),
    rule(
      'contracts-know-zod-only',
      { path: '^packages/contracts', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/(contracts|domain)|/zod/' },
    ),
    rule('apps-stay-apart', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),

    rule(
      'knock-before-entering',
      { path: '^apps/api/src/modules/([^/]+)/' },
      { path: '^apps/api/src/modules/', pathNot: '^apps/api/src/modules/($1/|[^/]+/index\\.ts$)' },
      'Use the other room through its index.ts.',
    ),
    rule(
      'sql-in-repositories',
      { path: '^apps/api/src/modules', pathNot: '\\.(repository|test)\\.ts$' },
      { path: '/kysely/|tables\\.generated' },
    ),
    rule(
      'http-in-routes',
      { path: '^apps/api/src/modules', pathNot: '\\.(routes|test)\\.ts$' },
      { path: '/fastify/|platform/http\\.ts$', pathNot: '^$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'vendors-in-adapters',
      { path: '^apps/api/src/modules', pathNot: '\\.test\\.ts$' },
      {
        path: '/node_modules/',
        pathNot:
          '/node_modules/(zod|kysely|fastify|vitest|csv-parse|yaml|jose|otpauth|@node-rs/argon2|@zxcvbn-ts|@simplewebauthn|sharp|\\.pnpm/sharp@)',
      },
      'Name the need in platform/ports; meet it in adapters/.',
    ),
    rule('platform-knows-no-room', { path: '^apps/api/src/platform', pathNot: '\\.test\\.ts$' }, { path: '^apps/api/src/modules' }),

    rule(
      'features-stay-apart',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
      'Compose features in routes/.',
    ),
    rule('ui-is-dumb', { path: '^apps/web/src/ui' }, { path: '^apps/web/src/(?!ui)|^packages/(contracts|engine)|react-query' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.dependency-cruiser|\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
