/** Languages that lifting apps speak. Where two use one short name for different months, the earlier one wins. */
const LANGUAGES = 'en de fr es pt it nl sv da nb pl ru uk tr fi cs sk hu ro ca id el bg et lv lt sl'.split(' ')

/** Short forms in use that are neither in the language data nor a beginning of the long name. */
const MORE: Readonly<Record<string, number>> = {
  mrt: 3,
  sept: 9,
  set: 9,
  sett: 9,
  szept: 9,
  мая: 5,
  мар: 3,
  сент: 9,
  нояб: 11,
  dez: 12,
  kolovoz: 8,
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')

/** The month (1 to 12) that a word names in any of the languages. */
export function monthNamed(word: string): number | undefined {
  return table().get(plain(word))
}

let names: Map<string, number> | undefined

function table(): Map<string, number> {
  names ??= makeTable()
  return names
}

function makeTable(): Map<string, number> {
  const all = new Map<string, number>()
  for (const language of LANGUAGES) {
    const longNames = new Map<string, number>()
    for (const style of ['long', 'short'] as const) {
      // With a day beside it a name takes the case that dates are written in: `мая`, not `май`.
      for (const options of [{ month: style }, { month: style, day: 'numeric' } as const]) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
        for (let month = 1; month <= 12; month++) {
          const name = format.formatToParts(Date.UTC(2023, month - 1, 1)).find((part) => part.type === 'month')?.value ?? ''
          if (!/\p{L}/u.test(name)) continue
          if (!all.has(plain(name))) all.set(plain(name), month)
          if (style === 'long') longNames.set(plain(name), month)
        }
      }
    }
    for (const [beginning, month] of beginningsOf(longNames)) if (!all.has(beginning)) all.set(beginning, month)
  }
  for (const [name, month] of Object.entries(MORE)) if (!all.has(plain(name))) all.set(plain(name), month)
  return all
}

/** `gru` for `grudnia`: apps cut names as they like. A beginning that two months share says nothing. */
function beginningsOf(longNames: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, Set<number>>()
  for (const [name, month] of longNames) {
    for (let length = 3; length < name.length; length++) {
      const beginning = name.slice(0, length)
      found.set(beginning, (found.get(beginning) ?? new Set()).add(month))
    }
  }
  return new Map([...found].filter(([, months]) => months.size === 1).map(([beginning, months]) => [beginning, [...months][0]!]))
}
