/** Known words by their length, so that a word is compared with those alone that can be a slip away. */
export type WordsByLength = ReadonlyMap<number, readonly { readonly word: string; readonly letters: number }[]>

export function byLength(words: Iterable<string>): WordsByLength {
  const lengths = new Map<number, { word: string; letters: number }[]>()
  for (const word of words) {
    const one = { word, letters: lettersOf(word) }
    const same = lengths.get(word.length)
    if (same === undefined) lengths.set(word.length, [one])
    else same.push(one)
  }
  return lengths
}

/** One bit for each letter that occurs. A slip changes two bits at most, which is far quicker to see than to count slips. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function bitsIn(word: number): number {
  let bits = 0
  for (let left = word; left !== 0; left &= left - 1) bits++
  return bits
}

/** The one known word that `word` is a slip away from (two slips in a long word), or undefined. */
export function oneSpelling(word: string, known: WordsByLength): string | undefined {
  const slips = word.length >= 10 ? 2 : 1
  if (word.length < 5 || word.length > LONGEST_WORD || /\d/.test(word)) return undefined
  let best: string | undefined
  let fewest = slips + 1
  let isTied = false
  const own = lettersOf(word)
  for (let length = word.length - slips; length <= word.length + slips; length++) {
    for (const { word: other, letters } of known.get(length) ?? []) {
      if (bitsIn(own ^ letters) > 2 * slips) continue
      const distance = slipsBetween(word, other, Math.min(fewest, slips))
      if (distance > fewest || distance > slips) continue
      isTied = distance === fewest
      if (distance < fewest) best = other
      fewest = distance
    }
  }
  return isTied ? undefined : best
}

/** No language above has a longer one for a movement. */
const LONGEST_WORD = 40

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
