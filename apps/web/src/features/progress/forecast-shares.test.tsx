import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ForecastRecord } from './forecast-record.ts'
import { ForecastShares } from './forecast-shares.tsx'

const record: ForecastRecord = {
  sets: 120,
  inside50: 0.9,
  inside80: 0.99,
  inside95: 1,
  pit50: 0.52,
  pit80: 0.83,
  pit95: 0.96,
  meanMiss: 0.24,
  meanCrps: 0.2,
  meanLogScore: 1,
}
const text = (said: Partial<ForecastRecord>) =>
  renderToStaticMarkup(<ForecastShares record={{ ...record, ...said }} />).replace(/<[^>]+>/g, ' ')

test('how often the ranges held is counted as on the report card: a set on the edge of a range counts in part', () => {
  expect(text({})).toContain('the range that should hold 80\u00a0% held 83\u00a0%')
  expect(text({})).not.toContain('99')
  expect(text({})).toContain('your report card counts the same way')
})

test('a range that held nothing says so, and where no set was foretold no share is named', () => {
  expect(text({ pit80: 0 })).toContain('held 0\u00a0%')
  expect(text({ sets: 0, pit50: null, pit80: null, pit95: null, meanMiss: null })).not.toContain('%')
})
