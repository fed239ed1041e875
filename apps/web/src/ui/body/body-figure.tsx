import type { Muscle } from '@gymgenius/domain'
import type { ReactNode } from 'react'
import { back, type BodyView, deepMuscles, front, outline, viewBox } from './shapes.ts'
import { smoothPath, symmetricPath } from './smooth.ts'

const silhouette = symmetricPath(outline)

/** The regions of a view from the head down, each as one path over both halves. */
const drawn = (view: BodyView) =>
  Object.entries(view === 'front' ? front : back).map(([muscle, points]) => ({
    muscle: muscle as Muscle,
    path: smoothPath(points) + smoothPath(points, true),
  }))
const regions: Readonly<Record<BodyView, readonly { readonly muscle: Muscle; readonly path: string }[]>> = {
  front: drawn('front'),
  back: drawn('back'),
}

/** The paths of a view, for who draws it elsewhere than in a page. */
export const drawingOf = (view: BodyView) => ({ silhouette, regions: regions[view] })

export const musclesOf = (view: BodyView): readonly Muscle[] => regions[view].map(({ muscle }) => muscle)

/** A muscle that is not meant, in every theme a little nearer to the text than the body is. */
const IDLE = 'color-mix(in oklab, var(--soft) 34%, var(--surface))'
const BODY = 'color-mix(in oklab, var(--soft) 15%, var(--surface))'
const DEEP = 'color-mix(in oklab, var(--soft) 75%, var(--surface))'

/** The colour of a share from 0 to 1: the more, the nearer to the accent. */
export const heatOf = (share: number) =>
  share <= 0 ? IDLE : `color-mix(in oklab, var(--accent) ${Math.round(25 + 75 * Math.min(share, 1))}%, ${IDLE})`

/** One side of the body. What each region is, beside its shape and colour, the caller says with `renderRegion`. */
export function BodyFigure({
  view,
  colourOf,
  renderRegion = ({ path }) => path,
  label,
  className,
}: {
  readonly view: BodyView
  readonly colourOf: (muscle: Muscle) => string
  readonly renderRegion?: (drawn: { readonly muscle: Muscle; readonly path: ReactNode }) => ReactNode
  /** What a screen reader says for the whole picture; without one the regions speak for themselves. */
  readonly label?: string
  readonly className?: string
}) {
  return (
    <svg
      viewBox={`${viewBox.left} ${viewBox.top} ${viewBox.width} ${viewBox.height}`}
      className={className}
      {...(label === undefined ? { role: 'presentation' } : { role: 'img', 'aria-label': label })}
    >
      <path d={silhouette} style={{ fill: BODY }} />
      {regions[view].map(({ muscle, path }) => (
        <g key={muscle} data-muscle={muscle}>
          {renderRegion({
            muscle,
            path: (
              <path
                d={path}
                style={{ fill: colourOf(muscle) }}
                {...(deepMuscles.has(muscle) && { stroke: DEEP, strokeWidth: 0.5, strokeDasharray: '1.8 1.6' })}
              />
            ),
          })}
        </g>
      ))}
    </svg>
  )
}
