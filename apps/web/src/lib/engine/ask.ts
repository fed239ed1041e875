import { openEngine } from './engine.ts'

/** The engine of this tab. */
export const { ask, wake: wakeEngine } = openEngine({
  start: () => new Worker(new URL('../../workers/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  here: async () => (await import('./answers.ts')).answers,
})
