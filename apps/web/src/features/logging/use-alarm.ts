import { useEffect, useEffectEvent } from 'react'
import { timeNow } from '../../lib/clock.ts'
import { alertRestOver } from './rest-alarm.ts'

/** Rings once at a time, also when the page is in the background; not for a time that passed while the app was closed. */
export function useAlarmAt(at: number | undefined, title: string, body = '') {
  const ring = useEffectEvent(() => void alertRestOver(title, body).catch(() => undefined))

  // A clock outside of the page rings it.
  useEffect(() => {
    if (at === undefined || at <= timeNow()) return
    const alarm = new Worker(new URL('../../workers/alarm.worker.ts', import.meta.url), { type: 'module', name: 'alarm' })
    alarm.addEventListener('message', () => ring())
    alarm.postMessage(at)
    return () => alarm.terminate()
  }, [at])
}
