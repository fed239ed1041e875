import type { NotUnderstood } from './logbook.ts'

const MOST_TOLD = 200

/** Gathers what has to be told to the lifter about a file; the first 200 by line, and the count of all. */
export function teller() {
  const told: NotUnderstood[] = []
  let count = 0
  return {
    tell(line: number, code: string, message: string): void {
      count++
      if (told.length < MOST_TOLD * 10) told.push({ line, code, message: message.toWellFormed() }) // what it quotes may be cut within an emoji
    },
    all: () => ({ notUnderstood: told.toSorted((a, b) => a.line - b.line).slice(0, MOST_TOLD), notUnderstoodCount: count }),
  }
}

export type Tell = ReturnType<typeof teller>['tell']
