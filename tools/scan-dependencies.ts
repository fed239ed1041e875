import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { reportOf } from './audit-report.ts'

/**
 * Asks npm's registry which packages of the lock file have a known hole, by `pnpm audit`. Ends with 1 where one that ships is of high or
 * critical severity; where the registry cannot be asked it says that nothing was checked, and does not fail.
 */
const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8')) as { packageManager: string }
const { stdout } = spawnSync('npx', ['-y', packageManager, 'audit', '--json', '--prod'], { encoding: 'utf8', timeout: 120_000 })
const { text, isBad } = reportOf(stdout)
console.log(text)
process.exitCode = isBad ? 1 : 0
