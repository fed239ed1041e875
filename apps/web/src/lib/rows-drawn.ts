import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'
import { cameBack } from './router.tsx'

/** As many rows as the screen of a phone shows. */
const IN_SIGHT = 12

/**
 * How many rows of a list are drawn: at first those that are seen, and once these are painted as many as are wanted. Who goes back to a list
 * finds all of it at once, for it is shown where it was left.
 */
export function useRowsDrawn(wanted: number): number {
  const [isPainted, setPainted] = useState(cameBack)

  // When the browser paints is nothing that React says.
  useEffect(() => {
    let isHere = true
    void afterPaint().then(() => isHere && startTransition(() => setPainted(true)))
    return () => void (isHere = false)
  }, [])

  return isPainted ? wanted : Math.min(wanted, IN_SIGHT)
}
