import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'

/** So near to an edge of the screen the list moves under the finger. */
const EDGE = 90
const STEP = 14

interface Drag {
  readonly from: number
  /** The place it would come before; as many as there are rows: last. */
  readonly to: number
}

/**
 * Rows that are put in another order by a handle: drawn by finger or mouse, or moved by the arrow keys. `onMove` is told from which place,
 * and before which.
 */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<Drag>()

  const placeAt = (y: number) => {
    const rows = [...(list.current?.children ?? [])]
    const below = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect()
      return y < top + height / 2
    })
    return below < 0 ? rows.length : below
  }
  const end = (isDropped: boolean) => {
    setDrag(undefined)
    // Before itself or the one after it, it stays where it is.
    if (isDropped && drag !== undefined && drag.to !== drag.from && drag.to !== drag.from + 1) onMove(drag.from, drag.to)
  }
  const handle = (place: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from: place, to: place })
    },
    onPointerMove: ({ clientY }: PointerEvent) => {
      if (drag === undefined) return
      const by = clientY < EDGE ? -STEP : clientY > innerHeight - EDGE ? STEP : 0
      list.current?.closest('main')?.scrollBy(0, by)
      setDrag({ from: drag.from, to: placeAt(clientY) })
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && drag !== undefined) end(false)
      const rows = list.current?.children.length ?? 0
      const to = event.key === 'ArrowUp' ? place - 1 : event.key === 'ArrowDown' ? place + 2 : undefined
      if (to === undefined) return
      event.preventDefault()
      if (to >= 0 && to <= rows) onMove(place, to)
    },
  })
  return { list, drag, handle }
}
