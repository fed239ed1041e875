import { expect, test } from 'vitest'
import { countSets, HEVY, lines, read, refusalOf, STRONG, STRONG_ANDROID } from './testing.ts'

const good = '2025-05-01 17:05:06,Legs,1h,Squat (Barbell),1,100,5,0,0,,,'
const accented = lines(STRONG, good.replace('Legs', 'Beinübung – schwer'))

test.for([
  ['UTF-8', Buffer.from(accented)],
  ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(accented)])],
  ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(accented, 'utf16le')])],
  ['UTF-16 LE without', Buffer.from(accented, 'utf16le')],
  ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(accented, 'utf16le').swap16()])],
  ['UTF-16 BE without', Buffer.from(accented, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from(accented.replace('–', '\x96'), 'latin1')],
] as const)('a file in %s is the same file (B70)', ([, bytes]) => {
  expect(read(bytes).workouts[0]?.name).toBe('Beinübung – schwer')
})

test.for([
  ['CR LF', '\r\n'],
  ['CR', '\r'],
  ['LF', '\n'],
] as const)('lines may end in %s', ([, end]) => {
  expect(countSets(read([STRONG, good, good.replace(',1,', ',2,'), ''].join(end)))).toBe(2)
})

test('mixed line ends keep their line numbers (B68)', () => {
  const book = read(`${STRONG}\r\n${good}\n${good.replace('100', 'x')}\r${good}\n`)
  expect(countSets(book)).toBe(2)
  expect(book.notUnderstood).toMatchObject([{ line: 3 }])
})

test('a note of several lines is one field, and the lines behind it keep their numbers', () => {
  const book = read(lines(STRONG, good.replace(',0,0,,', ',0,0,"one\ntwo, ""three""",'), good.replace('100', 'x')))
  expect(book.workouts[0]?.exercises[0]?.sets[0]?.note).toBe('one\ntwo, "three"')
  expect(book.notUnderstood).toMatchObject([{ line: 4 }])
})

test('a quote inside a name is a quote', () => {
  expect(read(lines(STRONG, good.replace('Squat (Barbell)', 'Row 2" deficit'))).workouts[0]?.exercises[0]?.name).toBe('Row 2" deficit')
})

test('a spreadsheet may have put its separator first, and dropped the empty cells at the end', () => {
  expect(countSets(read(`sep=;\r\n${lines(STRONG_ANDROID, '1;2025-05-01 17:05:06;Legs;3900;Squat (Barbell);1;100.0;5')}`))).toBe(1)
})

const rows = (count: number, row = good) => Array.from({ length: count }, () => row)

test.for([
  ['a quote that is never closed', lines(STRONG, good, good.replace('Legs', '"Legs'), good), 'imports.malformed_csv', 3],
  ['a NUL', lines(STRONG, good, good.replace('Legs', 'Le\0gs')), 'imports.malformed_csv', 3],
  ['a spreadsheet that was renamed', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'imports.malformed_csv', 1],
  ['an old spreadsheet that was renamed', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'imports.malformed_csv', 1],
  ['a line of five megabytes', lines(STRONG, good, good.replace('Legs', 'x'.repeat(5_000_000))), 'imports.malformed_csv', 3],
  ['a first line of five megabytes', 'x'.repeat(5_000_000), 'imports.malformed_csv', 1],
  ['an empty file', '', 'imports.malformed_csv', 1],
  ['rows with another delimiter than the header', lines(STRONG, ...rows(9, good.replaceAll(',', ';'))), 'imports.malformed_csv', 2],
  ['two files of one app, one after the other', lines(STRONG, good, STRONG, good), 'imports.malformed_csv', 3],
  [
    'files of two apps, one after the other',
    lines(STRONG, good, good, HEVY, 'A,"22 Dec 2025, 08:00",,,B,,,0,normal,1,1,,,'),
    'imports.malformed_csv',
    4,
  ],
  [
    'rows of two people with other apps, mixed',
    lines(STRONG, ...rows(4), ...rows(4, '1;2025-05-01 17:05:06;Legs;3900;Squat;1;100.0;5;;;;;')),
    'imports.malformed_csv',
    6,
  ],
  ['another table altogether', lines('name,age', 'Ann,31'), 'imports.unknown_format', 1],
  ['no table', 'Dear diary, today I squatted.', 'imports.unknown_format', 1],
  ['sixty-five columns', lines(STRONG, good + ','.repeat(53)), 'imports.too_large', 2],
  ['a field of 33 kB', lines(STRONG, good, good.replace('Legs', 'x'.repeat(33 * 1024))), 'imports.too_large', 3],
] as const)('%s is refused with its line', ([, file, code, line]) => {
  expect(refusalOf(file)).toMatchObject({ code, facts: { line } })
})

test('half a million rows are read, one more is refused (B66)', () => {
  expect(refusalOf(`${STRONG}\n${`${good}\n`.repeat(500_001)}`)).toMatchObject({
    code: 'imports.too_large',
    facts: { limit: 'rows', line: 500_002 },
  })
})

const onDays = (...dates: string[]) => lines(STRONG, ...dates.map((date) => good.replace('2025-05-01', date)))
const firstDayOf = (file: string, more = {}) => new Date(read(file, more).workouts[0]!.startedAt).toISOString().slice(0, 10)

test('a date that could be April or March is settled by its neighbours, by the order of time, or by asking (B70)', () => {
  expect(firstDayOf(onDays('03/04/2025', '25/04/2025'))).toBe('2025-04-03')
  expect(firstDayOf(onDays('03/04/2025', '03/25/2025'))).toBe('2025-03-04')
  expect(firstDayOf(onDays('01/02/2025', '02/02/2025', '01/03/2025'))).toBe('2025-02-01')
  expect(refusalOf(onDays('03/04/2025'))).toMatchObject({ code: 'imports.ambiguous_format', facts: { line: 2, about: 'dateOrder' } })
  expect(firstDayOf(onDays('03/04/2025'), { dateOrder: 'mdy' })).toBe('2025-03-04')
})

test('two people whose logs were woven into one are told of it', () => {
  const text = lines(
    STRONG,
    ...[1, 2, 3, 4].flatMap((day) =>
      [good, good.replace('Legs', 'Back').replace('17:05', '17:20')].map((row) => row.replace('05-01', `05-0${day}`)),
    ),
  )
  expect(read(text).notUnderstood).toMatchObject([{ line: 3, code: 'overlapping_workouts' }])
})
