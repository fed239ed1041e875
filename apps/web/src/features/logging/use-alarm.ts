import { useEffect, useEffectEvent } from 'react'
import { announce } from '../../lib/announce.ts'
import { afterPaint } from '../../lib/after-paint.ts'
import { timeNow } from '../../lib/clock.ts'
import { alertRestOver } from './rest-alarm.ts'

/** Rings once at a time, also when the page is in the background; not for a time that passed while the app was closed. */
export function useAlarmAt(at: number | undefined, title: string, body = '') {
  const ring = useEffectEvent(() => {
    announce(title)
    void alertRestOver(title, body).catch(() => undefined)
  })

  // A clock outside of the page rings it.
  useEffect(() => {
    if (at === undefined || at <= timeNow()) return
    const left = new AbortController()
    void ringsAt(at, ring, left.signal)
    return () => left.abort()
  }, [at])
}

/** To start a worker takes longer than the frame of the press that began the rest. */
async function ringsAt(at: number, ring: () => void, left: AbortSignal) {
  await afterPaint()
  if (left.aborted) return
  const alarm = new Worker(new URL('../../workers/alarm.worker.ts', import.meta.url), { type: 'module', name: 'alarm' })
  left.addEventListener('abort', () => alarm.terminate())
  alarm.addEventListener('message', () => ring())
  alarm.postMessage(at)
}
