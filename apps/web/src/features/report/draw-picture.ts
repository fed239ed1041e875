import type { Muscle } from '@gymgenius/domain'
import { drawingOf } from '../../ui/body/body-figure.tsx'
import { viewBox, views } from '../../ui/body/shapes.ts'

/** Four to five, as phones show pictures. */
export const PICTURE = { width: 1080, height: 1350 } as const

export interface Picture {
  readonly title: string
  readonly held: string
  readonly finding: string
  readonly miss: string
  /** Shares that the 50, 80 and 95 % ranges held; empty where too few sets say it. */
  readonly ranges: readonly number[]
  readonly facts: readonly string[]
  readonly lifts: readonly { readonly name: string; readonly value: string }[]
  readonly heat: ReadonlyMap<Muscle, number>
  readonly said: string
  readonly note: string
  /** All of it in one sentence, for who cannot see it. */
  readonly spoken: string
}

/** A picture leaves the app, so it has its own colours, whatever the theme. */
const colours = { ground: '#0f172a', surface: '#1e293b', raised: '#2b3a51', ink: '#f1f5f9', soft: '#b0bccd', accent: '#06b6d4' } as const
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const MARGIN = 72
const PROMISES = [0.5, 0.8, 0.95] as const
const BODY_HEIGHT = 470
const BODY_TOP = 640

export function drawPicture(canvas: HTMLCanvasElement, picture: Picture): void {
  const paint = canvas.getContext('2d')!
  paint.fillStyle = colours.ground
  paint.fillRect(0, 0, PICTURE.width, PICTURE.height)
  text(paint, picture.title, MARGIN, 118, { size: 52, weight: 700 })
  text(paint, picture.said, MARGIN, 170, { size: 34, colour: colours.soft })
  drawFinding(paint, picture)
  drawBodies(paint, picture.heat)
  drawFacts(paint, picture)
  text(paint, picture.note, MARGIN, 1240, { size: 34, colour: colours.ink })
  paint.fillStyle = colours.accent
  paint.fillRect(MARGIN, 1276, 44, 8)
  text(paint, 'GymGenius', MARGIN + 60, 1290, { size: 32, weight: 600 })
}

function drawFinding(paint: CanvasRenderingContext2D, { held, finding, miss, ranges }: Picture) {
  text(paint, held, MARGIN - 6, 330, { size: 168, weight: 700, colour: colours.accent })
  text(paint, finding, MARGIN, held === '' ? 250 : 392, { size: 38 })
  for (const [i, share] of ranges.entries()) {
    const y = 432 + i * 44
    text(paint, `${PROMISES[i]! * 100}\u00a0%`, MARGIN, y + 22, { size: 28, colour: colours.soft })
    const [left, width] = [MARGIN + 100, PICTURE.width - 2 * MARGIN - 100]
    bar(paint, left, y, width, colours.raised)
    bar(paint, left, y, width * share, colours.accent)
    paint.fillStyle = colours.ink
    paint.fillRect(left + width * PROMISES[i]! - 2, y - 6, 4, 36)
  }
  text(paint, miss, MARGIN, 606, { size: 34, colour: colours.soft })
}

function bar(paint: CanvasRenderingContext2D, x: number, y: number, width: number, colour: string) {
  paint.fillStyle = colour
  paint.beginPath()
  paint.roundRect(x, y, width, 24, 12)
  paint.fill()
}

/** The body from both sides at the right, the fuller in colour the more it was trained. */
function drawBodies(paint: CanvasRenderingContext2D, heat: ReadonlyMap<Muscle, number>) {
  const scale = BODY_HEIGHT / viewBox.height
  for (const [i, view] of views.entries()) {
    const { silhouette, regions } = drawingOf(view)
    paint.save()
    paint.translate(PICTURE.width - MARGIN - (2 - i) * viewBox.width * scale - viewBox.left * scale, BODY_TOP - viewBox.top * scale)
    paint.scale(scale, scale)
    paint.fillStyle = colours.surface
    draw(paint, silhouette)
    for (const { muscle, path } of regions) {
      const share = heat.get(muscle) ?? 0
      paint.globalAlpha = share <= 0 ? 1 : 0.25 + 0.75 * share
      paint.fillStyle = share <= 0 ? colours.raised : colours.accent
      draw(paint, path)
    }
    paint.restore()
  }
}

function draw(paint: CanvasRenderingContext2D, path: string, shape: Path2D = new Path2D(path)) {
  paint.fill(shape)
}

function drawFacts(paint: CanvasRenderingContext2D, { facts, lifts }: Picture) {
  const width = PICTURE.width - 2 * MARGIN - 2 * viewBox.width * (BODY_HEIGHT / viewBox.height) - 24
  facts.forEach((fact, i) => text(paint, fact, MARGIN, BODY_TOP + 60 + i * 50, { size: 34, width }))
  lifts.forEach(({ name, value }, i) => {
    const y = BODY_TOP + 250 + i * 88
    text(paint, name, MARGIN, y, { size: 28, colour: colours.soft, width })
    text(paint, value, MARGIN, y + 42, { size: 40, weight: 700, width })
  })
}

function text(
  paint: CanvasRenderingContext2D,
  said: string,
  x: number,
  y: number,
  {
    size,
    weight = 400,
    colour = colours.ink,
    width = PICTURE.width - 2 * MARGIN,
  }: { readonly size: number; readonly weight?: number; readonly colour?: string; readonly width?: number },
) {
  paint.font = `${weight} ${size}px ${FONT}`
  paint.fillStyle = colour
  paint.fillText(said, x, y, width) // too long for its place: narrower, never cut
}
