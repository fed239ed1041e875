import { expect, test } from 'vitest'
import { shapeOf, shortNameOf } from './statement-shape.ts'

test.for([
  [`select "id" from "performed_set" where "athlete_id" = $1 limit 20`, `select "id" from "performed_set" where "athlete_id" = $1 limit ?`],
  [`select set_config('gymgenius.account_id', '019caf80-0000', true)`, `select set_config(?, ?, true)`],
  [`select 'it''s Ann', E'a\\'b', $$Ann's$$, $t$Ann$t$, 82.5`, `select ?, ?, ?, ?, ?`],
  [`select 1 -- Ann's back\n from "note" /* Ann's */ where "a'b" = 'Ann'`, `select ? from "note" where "a'b" = ?`],
  [`update "note" set "text" = 'Ann is not done`, `update "note" set "text" = ?`],
  [`insert into "note" values ($1, $2, $3), ($4, $5, $6)`, `insert into "note" values ($…), ($…)`],
  [`select $1::jsonb, e1rm2 from x`, `select $1::jsonb, e1rm2 from x`],
] as const)('of %s only the shape is left', ([statement, shape]) => {
  expect(shapeOf(statement)).toBe(shape)
})

test('a shape has a short name', () => {
  expect(shortNameOf('select "id" from "performed_set"')).toBe('select performed_set')
  expect(shortNameOf('insert into "note" values ($1)')).toBe('insert note')
  expect(shortNameOf('update "outbox" set "done_at" = $1')).toBe('update outbox')
  expect(shortNameOf('commit')).toBe('commit')
})
