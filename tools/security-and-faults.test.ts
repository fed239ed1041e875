import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const page = readFileSync(new URL('docs/reference/security-and-faults.md', root), 'utf8')
const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \| (yes|part|no|n\/a) \| (.+) \|$/gm)].map(([, id, held, shown]) => ({
  id,
  held,
  shown,
}))
const places = ['', 'apps/api/src/', 'apps/api/src/modules/', 'apps/web/']
const testsIn = (shown = '') => [...shown.matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)].map(([, file]) => file!)
const count = (letter: string, to: number) => Array.from({ length: to }, (_, i) => `${letter}${i + 1}`)

test('every test that the page of security and faults names is there', () => {
  const named = rows.flatMap(({ shown }) => testsIn(shown))
  expect(named.length).toBeGreaterThan(200)
  expect(named.filter((file) => !places.some((place) => existsSync(new URL(place + file, root))))).toEqual([])
})

test('no row of the lists is missing, and none that is held goes without a test', () => {
  const ids = rows.map(({ id }) => id)
  expect([...count('API', 10), ...count('I', 7), ...count('F', 55), ...count('B', 90)].filter((id) => !ids.includes(id))).toEqual([])
  expect(rows.filter(({ held, shown }) => held === 'yes' && testsIn(shown).length === 0)).toEqual([])
  expect(page.match(/^\| (?!Row)[^|-]/gm)).toHaveLength(rows.length)
})

test('the page counts its own rows', () => {
  const [yes, part, no, none] = ['yes', 'part', 'no', 'n/a'].map((held) => rows.filter((row) => row.held === held).length)
  expect(page).toContain(`Of ${rows.length} rows ${yes} are held, ${part} in part, ${no} not, and ${none} do not apply.`)
})
