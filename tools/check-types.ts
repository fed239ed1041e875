import { spawnSync } from 'node:child_process'

/** Type-checks every project with the native compiler; the JavaScript one stays beside it for tools that need its API. */
const projects = ['.', 'packages/engine', 'apps/web', 'apps/web/e2e']
const compiler = 'node_modules/@typescript/native/bin/tsc'

const failed = projects.filter((project) => spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' }).status !== 0)
process.exitCode = failed.length > 0 ? 1 : 0
