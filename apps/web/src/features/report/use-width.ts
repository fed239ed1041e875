import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** The width of an element in pixels, so that a picture can be drawn for it and its letters stay as large as all others. */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)

  // Only the browser knows how wide things came out.
  useLayoutEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    setWidth(Math.floor(element.current.clientWidth))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])

  return [element, width]
}
