import { useEffect, useState } from 'react'
import { timeNow } from './clock.ts'

/** The time, looked at again every `everyMs`, and at once when the page comes back to the front. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState<number>(timeNow)

  // A clock is outside of React: it has to be asked.
  useEffect(() => {
    const look = () => setNow(timeNow())
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [everyMs])

  return now
}
