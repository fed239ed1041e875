import { useEffect, useState } from 'react'

/** The time, looked at again every `everyMs`, and at once when the page comes back to the front. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState(() => Date.now())

  // A clock is outside of React: it has to be asked.
  useEffect(() => {
    const look = () => setNow(Date.now())
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [everyMs])

  return now
}
