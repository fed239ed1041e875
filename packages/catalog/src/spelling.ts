/** The one known word that `word` is a slip away from (two slips in a long word), or undefined. */
export function oneSpelling(word: string, known: ReadonlySet<string>): string | undefined {
  const slips = word.length >= 10 ? 2 : 1
  if (word.length < 5 || /\d/.test(word)) return undefined
  let best: string | undefined
  let fewest = slips + 1
  let isTied = false
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= fewest + 1) continue
    const distance = slipsBetween(word, other, fewest)
    if (distance > fewest || distance > slips) continue
    isTied = distance === fewest
    if (distance < fewest) best = other
    fewest = distance
  }
  return isTied ? undefined : best
}

/**
 * How many slips (a letter too many, too few, wrong, or two swapped) lie between two words; anything above `limit` is
 * answered as limit + 1.  Source: Damerau (1964), Commun. ACM 7(3), 171–176 (restricted form: no letter is touched twice).
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(row[j - 1]! + 1, last[j]! + 1, wrong, isSwap ? beforeLast[j - 2]! + 1 : Infinity))
    }
    if (Math.min(...row) > limit) return limit + 1
    ;[beforeLast, last] = [last, row]
  }
  return last[b.length]!
}
