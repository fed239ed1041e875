import { useEffect } from 'react'

/** Keeps the screen on while a workout is open; browsers let go of it whenever the page is hidden, so it is asked for again. */
export function useWakeLock() {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let isOver = false
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      lock = await navigator.wakeLock.request('screen')
      if (isOver) await lock.release()
    }
    const ask = () => void hold().catch(() => undefined) // low battery, or not allowed: the screen goes dark as always
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release().catch(() => undefined)
    }
  }, [])
}
