import { equipmentKinds, fixtures } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { equipmentNames } from '../movement-words.ts'
import { drawings } from './drawings.ts'

test('everything that loads or stands in a gym has a drawing and a name of its own, no two alike', () => {
  const known = [...equipmentKinds, ...fixtures].toSorted()
  expect(Object.keys(drawings).toSorted()).toEqual(known)
  expect(new Set(Object.values(drawings)).size).toBe(known.length)
  expect(new Set(Object.values(equipmentNames)).size).toBe(known.length)
})

test('no line leaves the square of 24', () => {
  for (const [name, path] of Object.entries(drawings))
    for (const { x, y } of endsOf(path)) {
      expect(x, name).toBeGreaterThanOrEqual(0.5)
      expect(x, name).toBeLessThanOrEqual(23.5)
      expect(y, name).toBeGreaterThanOrEqual(0.5)
      expect(y, name).toBeLessThanOrEqual(23.5)
    }
})

/** Where the pen is after each part of a path. */
function endsOf(path: string) {
  const ends: { readonly x: number; readonly y: number }[] = []
  const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, a: 7, z: 0 }
  let [x, y] = [0, 0]
  for (const [, command, rest] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const kind = command!.toLowerCase()
    const numbers = numbersOf(rest!, kind === 'a')
    const isRelative = command === kind
    for (const last of inPieces(numbers, takes[kind]!)) {
      if (kind === 'h') x = last[0]! + (isRelative ? x : 0)
      else if (kind === 'v') y = last[0]! + (isRelative ? y : 0)
      else [x, y] = [last.at(-2)! + (isRelative ? x : 0), last.at(-1)! + (isRelative ? y : 0)]
      ends.push({ x, y })
    }
  }
  return ends
}

const inPieces = (numbers: readonly number[], size: number) =>
  Array.from({ length: size === 0 ? 0 : numbers.length / size }, (_, piece) => numbers.slice(piece * size, (piece + 1) * size))

/** The two flags of an arc may be written without a space behind them. */
function numbersOf(text: string, isArc: boolean): number[] {
  const plain = [...text.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number))
  if (!isArc || plain.length % 7 === 0) return plain
  throw new Error(`Write the flags of the arc apart: ${text}`)
}
