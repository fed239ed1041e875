import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'

/** Runs the floor plan, and refuses to be reassured by a cruise that saw too little. */
interface Cruise {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[]
  }
}

const cruiseArguments = [
  'apps/api/src',
  'apps/engine/src',
  'apps/shell/src',
  'apps/web/src',
  'packages',
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'json',
]
const { summary } = JSON.parse(cruise()) as Cruise
const written = globSync('{apps,packages}/*/src/**/*.{ts,tsx}').length

for (const { from, to, rule } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
if (summary.totalCruised < written) console.error(`saw ${summary.totalCruised} modules of ${written}: is the TypeScript parser installed?`)
else console.log(`boundaries: ${summary.totalCruised} modules seen, ${summary.violations.length} violations`)
process.exitCode = summary.violations.length > 0 || summary.totalCruised < written ? 1 : 0

/** The cruiser exits with the number of violations; its findings are on stdout either way. */
function cruise(): string {
  try {
    return execFileSync('node_modules/.bin/depcruise', cruiseArguments, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (stdout !== undefined && stdout.startsWith('{')) return stdout
    throw error
  }
}
