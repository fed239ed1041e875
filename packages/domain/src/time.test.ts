import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, instantOf, isoOfDay, localDayOf, localDays, mondayOf, yearOfDay } from './time.ts'

const dayIn = (zone: string, at: string) => isoOfDay(localDays(zone)(instantOf(at)))

test.for([
  ['a set at half past eleven at night in New York is of that night', 'America/New_York', '2026-03-03T04:30:00Z', '2026-03-02'],
  ['the last hour of 28 February', 'Europe/Berlin', '2028-02-28T22:59:59Z', '2028-02-28'],
  ['29 February, an hour before anybody in UTC has it', 'Europe/Berlin', '2028-02-28T23:00:00Z', '2028-02-29'],
  ['no 29 February in a year without one', 'Europe/Berlin', '2027-02-28T23:00:00Z', '2027-03-01'],
  ['the hour that is left out in spring', 'Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29'],
  ['the last minute of the short day', 'Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['the first of the day after it', 'Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['the last minute of the day of twenty-five hours', 'Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['a midnight that clocks skip', 'America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06'],
  ['a zone of three quarters of an hour', 'Asia/Kathmandu', '2026-03-02T18:15:00Z', '2026-03-03'],
  ['a quarter of an hour before that', 'Asia/Kathmandu', '2026-03-02T18:14:59Z', '2026-03-02'],
  ['before 1970', 'UTC', '1969-12-31T23:59:59Z', '1969-12-31'],
] as const)('F53 %s: the day of the lifter', ([, zone, at, day]) => {
  expect(dayIn(zone, at)).toBe(day)
})

test('F53 a workout over midnight on a flight has the days of the clocks it was done by', () => {
  const at = '2026-03-02T23:30:00Z'
  expect([dayIn('Europe/London', at), dayIn('Asia/Tokyo', at), dayIn('America/Los_Angeles', at)]).toEqual([
    '2026-03-02',
    '2026-03-03',
    '2026-03-02',
  ])
})

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Apia', 'America/Santiago']
const instants = fc.integer({ min: Date.UTC(1980), max: Date.UTC(2040) })

test('in no zone does a day come back once it is over, and none is skipped but that of a date line', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
      const dayOf = localDays(zone)
      const [day, later] = [dayOf(instantOf(new Date(at).toISOString())), dayOf(instantOf(new Date(at + DAY_MS).toISOString()))]
      expect(later).toBeGreaterThanOrEqual(day)
      expect(later - day).toBeLessThanOrEqual(2)
    }),
  )
})

test('a day is read as it is written, its week begins on a Monday and its year is its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 60_000 }), (count) => {
      const iso = new Date(count * DAY_MS).toISOString().slice(0, 10)
      const day = localDayOf(iso)
      expect([day, isoOfDay(day), yearOfDay(day)]).toEqual([count, iso, Number(iso.slice(0, 4))])
      expect(new Date(mondayOf(day) * DAY_MS).getUTCDay()).toBe(1)
      expect(day - mondayOf(day)).toBeLessThan(7)
      expect(mondayOf(day)).toBeLessThanOrEqual(day)
    }),
  )
})
