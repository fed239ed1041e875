import { type Muscle, muscles } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { back, front, outline, viewBox } from './shapes.ts'
import { type Points, pointsOf, smoothPath, symmetricPath } from './smooth.ts'

const drawn = [...Object.entries(front), ...Object.entries(back)] as [Muscle, Points][]
const body = outlinePoints()

test('every muscle of the vocabulary can be seen and tapped somewhere on the body, and nothing else can', () => {
  expect([...new Set(drawn.map(([muscle]) => muscle))].toSorted()).toEqual(muscles.toSorted())
})

test('no muscle lies outside the skin, and none crosses the middle line', () => {
  for (const [muscle, points] of drawn)
    for (const { x, y } of points.split('|').flatMap((line) => pointsOf(line, false))) {
      expect(x, muscle).toBeGreaterThan(0)
      expect(isInside(x, y), `${muscle} at ${x},${y}`).toBe(true)
    }
})

test('no muscle is hidden by another: the middle of each is in none that is drawn after it', () => {
  for (const view of [front, back]) {
    const all = Object.entries(view) as [Muscle, Points][]
    for (const [place, [muscle, points]] of all.entries())
      for (const line of points.split('|'))
        for (const [other, over] of all.slice(place + 1))
          for (const above of over.split('|'))
            expect(holds(pointsOf(above, false), ...middleOf(line)), `${other} over ${muscle}`).toBe(false)
  }
})

test('the halves are each other in the mirror, and all of it fits the frame', () => {
  expect(pointsOf('3,4 5,6!', true)).toEqual([
    { x: -3, y: 4, isCorner: false },
    { x: -5, y: 6, isCorner: true },
  ])
  for (const { x, y } of body) {
    expect(Math.abs(x)).toBeLessThanOrEqual(-viewBox.left)
    expect(y - viewBox.top).toBeLessThanOrEqual(viewBox.height)
  }
})

test('a path goes through its points, straight at corners, and closes', () => {
  expect(smoothPath('0,0! 3,0! 3,3!')).toBe('M0 0C0 0 3 0 3 0C3 0 3 3 3 3C3 3 0 0 0 0Z')
  expect(symmetricPath('0,0! 3,0! 0,3!')).toContain('-3 0')
})

function outlinePoints() {
  const half = pointsOf(outline, false)
  return [...half, ...pointsOf(outline, true).toReversed()]
}

const isInside = (x: number, y: number) => holds(body, x, y)

/** Whether a ray to the right meets the line an odd number of times. */
function holds(line: readonly { readonly x: number; readonly y: number }[], x: number, y: number): boolean {
  return (
    line.filter((from, place) => {
      const to = line[(place + 1) % line.length]!
      return from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)
    }).length %
      2 ===
    1
  )
}

function middleOf(line: Points): [number, number] {
  const points = pointsOf(line, false)
  return [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))]
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
