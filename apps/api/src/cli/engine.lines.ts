import type { Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** A line longer than this is not read to its end: nothing that the protocol knows is so long. Characters. */
export const LONGEST_LINE = 65_536

export type Line = { readonly number: number } & ({ readonly text: string } | { readonly isTooLong: true })

/** Cuts bytes into lines, holding no more than one line's worth of them whatever arrives. Empty lines are counted and passed over, unless kept. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, { keepsEmpty = false } = {}): AsyncGenerator<readonly Line[]> {
  const decoder = new StringDecoder('utf8')
  let number = 0
  let kept = ''
  let isTooLong = false

  const take = (part: string) => {
    if (isTooLong) return
    kept += part
    if (kept.length > LONGEST_LINE) [kept, isTooLong] = ['', true]
  }
  const finished = (): Line[] => {
    number++
    const text = kept.trim()
    const line: Line[] = isTooLong ? [{ number, isTooLong }] : text === '' && !keepsEmpty ? [] : [{ number, text }]
    ;[kept, isTooLong] = ['', false]
    return line
  }

  for await (const chunk of chunks) {
    const parts = decoder.write(chunk).split('\n')
    const lines = parts.slice(0, -1).flatMap((part) => {
      take(part)
      return finished()
    })
    take(parts.at(-1)!)
    yield lines
  }
  take(decoder.end())
  if (kept !== '' || isTooLong) yield finished() // what follows the last line's end is no line
}

/** Writes what is answered, and waits while nobody takes it. The writer says whether anybody is still there. */
export function answersTo(answers: Writable): (text: string) => Promise<boolean> {
  let goOn: (() => void) | undefined
  let isGone = false
  const left = () => {
    isGone = true
    goOn?.()
  }
  answers
    .on('drain', () => goOn?.())
    .once('close', left)
    .once('error', left) // whoever asked may leave
  return async (text) => {
    if (isGone) return false
    const isTaken = new Promise<void>((resolve) => (goOn = resolve))
    if (text !== '' && !answers.write(text)) await isTaken
    return !isGone
  }
}
