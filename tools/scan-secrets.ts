import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'

/** Looks through every file that git keeps here for keys, tokens and passwords of services, by the patterns of secretlint. No network. */
const files = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).stdout.split('\0').filter(Boolean)
if (files.length === 0) throw new Error('git names no files: nothing was looked at')
const rules = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] }

const found = (await Promise.all(files.map(secretsIn))).flat()
for (const one of found) console.log(one)
console.log(`${files.length} files, ${found.length} secrets`)
process.exitCode = found.length > 0 ? 1 : 0

/** Where and of what kind; what it says is not repeated. */
async function secretsIn(path: string): Promise<string[]> {
  if (!existsSync(path)) return [] // taken away, and not yet from git
  const bytes = readFileSync(path)
  if (bytes.includes(0)) return [] // not text
  const source = { content: bytes.toString(), filePath: path, contentType: 'text' } as const
  const { messages } = await lintSource({ source, options: { config: rules, noPhysicFilePath: true, maskSecrets: true } })
  return messages.map(({ loc, message }) => `${path}:${loc.start.line}: ${message}`)
}
