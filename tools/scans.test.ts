import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { reportOf } from './audit-report.ts'

const advisory = (severity: string) => ({ module_name: 'left-pad', severity, title: 'Runs what it is told', url: 'https://example.test/1' })
const answer = (...severities: string[]) =>
  JSON.stringify({ advisories: Object.fromEntries(severities.map((one, i) => [i, advisory(one)])) })

test.for([
  ['none', answer(), false, '0 known holes'],
  ['a low one', answer('low', 'moderate'), false, '2 known holes, 0 of them high'],
  ['a high one', answer('low', 'high'), true, 'high: left-pad: Runs what it is told'],
  ['a critical one, after a warning of npm', `npm warn something\n${answer('critical')}`, true, 'critical'],
] as const)('of known holes, %s holds a change up or does not', ([, said, isBad, words]) => {
  expect(reportOf(said)).toEqual({ isBad, text: expect.stringContaining(words) as string })
})

test.for(['', '{"error":{"code":"ERR_PNPM_AUDIT_BAD_RESPONSE"}}', 'no network'])(
  'where nobody answers (%o) it is said that nothing was checked',
  (said) => {
    expect(reportOf(said)).toEqual({ isBad: false, text: expect.stringContaining('not checked') as string })
  },
)

test('a password that was committed is found, with its place, and not repeated', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gg-scan-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const password = 'correct-horse-1'
  const git = (...words: string[]) => spawnSync('git', words, { cwd: folder })
  git('init', '-q')
  writeFileSync(join(folder, 'plain.txt'), 'nothing here\n')
  git('add', '.')
  const scan = () => spawnSync(process.execPath, [join(import.meta.dirname, 'scan-secrets.ts')], { cwd: folder, encoding: 'utf8' })
  expect(scan()).toMatchObject({ status: 0, stdout: expect.stringContaining('1 files, 0 secrets') as string })
  writeFileSync(join(folder, 'deploy.env'), `# of the database\nDATABASE_URL=postgres://gym:${password}@db.gym.test:5432/gym\n`)
  git('add', '.')
  const { status, stdout } = scan()
  expect(status).toBe(1)
  expect(stdout).toContain('deploy.env:2:')
  expect(stdout).not.toContain(password)
})
