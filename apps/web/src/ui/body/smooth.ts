/** Points of a closed line: `x,y x,y …`. A point with `!` behind it is a corner; through the others the line bends. */
export type Points = string

interface Point {
  readonly x: number
  readonly y: number
  readonly isCorner: boolean
}

/**
 * The SVG path through the points, closed: a Catmull–Rom spline written as cubic Béziers. Several lines are parted by `|`.
 * `mirrored` draws the other half of the body.
 */
export const smoothPath = (lines: Points, mirrored = false): string =>
  lines
    .split('|')
    .map((line) => onePath(pointsOf(line, mirrored)))
    .join('')

/** Half an outline, from the top of the middle line to its bottom, and its mirror image: one closed line. */
export function symmetricPath(half: Points): string {
  const right = pointsOf(half, false)
  const left = pointsOf(half, true).toReversed()
  return onePath([...right, ...left.filter(({ x }) => x !== 0)])
}

export const pointsOf = (line: Points, mirrored: boolean): Point[] =>
  line
    .trim()
    .split(/\s+/)
    .map((text) => {
      const [x, y] = text.replace('!', '').split(',').map(Number) as [number, number]
      return { x: mirrored ? -x : x, y, isCorner: text.endsWith('!') }
    })

function onePath(points: readonly Point[]): string {
  const at = (place: number) => points[(place + points.length) % points.length]!
  const curves = points.map((from, place) => {
    const to = at(place + 1)
    const out = handle(from, at(place - 1), to, 1)
    const into = handle(to, from, at(place + 2), -1)
    return `C${out} ${into} ${two(to.x)} ${two(to.y)}`
  })
  return `M${two(points[0]!.x)} ${two(points[0]!.y)}${curves.join('')}Z`
}

/** Where the line is pulled to at `point`: a sixth of the way between its neighbours, onward (1) or back (-1). */
function handle(point: Point, before: Point, after: Point, way: 1 | -1): string {
  const pull = point.isCorner ? 0 : way / 6
  return `${two(point.x + (after.x - before.x) * pull)} ${two(point.y + (after.y - before.y) * pull)}`
}

const two = (value: number) => String(Math.round(value * 100) / 100)
