import { timeNow } from '../lib/clock.ts'

/** Wakes its page at a time. Browsers slow the timers of a page in the background, not those of its workers. */
declare const self: DedicatedWorkerGlobalScope

let timer: ReturnType<typeof setTimeout> | undefined

self.addEventListener('message', (event: MessageEvent<number | undefined>) => {
  clearTimeout(timer)
  const at = event.data
  if (at !== undefined) timer = setTimeout(() => self.postMessage(at), Math.max(0, at - timeNow()))
})
