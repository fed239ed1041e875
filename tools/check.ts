import { spawnSync } from 'node:child_process'

/** Exactly what CI runs before any test: types, lint, format, boundaries, generated files fresh. */
const node = process.execPath
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types', [node, 'tools/check-types.ts']],
  ['lint', ['node_modules/.bin/oxlint', '--deny-warnings']],
  ['format', ['node_modules/.bin/oxfmt', '--check', '.']],
  ['boundaries', [node, 'tools/check-boundaries.ts']],
  ['table types', [node, 'tools/gen-table-types.ts', '--check']],
  ['catalogue', [node, 'tools/gen-catalog.ts', '--check']],
  ['movement counts', [node, 'tools/gen-movement-counts.ts', '--check']],
  ['engine protocol', [node, 'apps/engine/tools/proto.ts']],
  ['reference pages', [node, 'tools/gen-reference.ts', '--check']],
  ['no secrets', [node, 'tools/scan-secrets.ts']],
]

const failed = steps.filter(([name, [command, ...rest]]) => {
  const started = performance.now()
  const ok = spawnSync(command!, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return !ok
})
process.exitCode = failed.length > 0 ? 1 : 0
