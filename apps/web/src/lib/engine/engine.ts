import type { Answered, Answers, Asked, Name, Question, Reply } from './questions.ts'

/** What a page has to get answers from. */
export interface EngineWorld {
  readonly start: () => Worker
  /** The same answers in the page itself, where no worker lives long enough to give them. */
  readonly here: () => Promise<Answers>
}

export interface Engine {
  /** Starts the worker, so that the first question does not have to wait for it. */
  wake(): void
  ask<N extends Name>(name: N, asked: Asked[N]): Promise<Answered[N]>
}

/** An answer takes milliseconds. Who has not given it by now never will: browsers stop workers without a word. The first one waits for its code too. */
const PATIENCE_MS = 4000
const FIRST_PATIENCE_MS = 15_000
/** So often a worker is started that has answered nothing, and so often one question is asked. */
const MOST_TRIES = 2

class WorkerGone extends Error {}

interface Waiting {
  readonly answered: (reply: Reply) => void
  readonly gone: () => void
}

/** One worker for the tab. When it dies it is started again; when that does not help, the page answers. */
export function openEngine({ start, here }: EngineWorld): Engine {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let hasAnswered = false
  let deaths = 0
  let questions = 0

  return { wake, ask: (name, asked) => ask(name, asked) }

  async function ask<N extends Name>(name: N, asked: Asked[N], tries = 0): Promise<Answered[N]> {
    if (Math.max(tries, deaths) >= MOST_TRIES) return (await here())[name](asked)
    try {
      return await askWorker(name, asked)
    } catch (error) {
      if (!(error instanceof WorkerGone)) throw error
      return ask(name, asked, tries + 1)
    }
  }

  function wake() {
    if (worker !== undefined || deaths >= MOST_TRIES) return
    try {
      const started = start()
      worker = started
      started.addEventListener('message', ({ data }: MessageEvent<Reply>) => hear(data))
      for (const trouble of ['error', 'messageerror']) started.addEventListener(trouble, () => bury(started))
    } catch {
      deaths = MOST_TRIES // this browser starts none at all
    }
  }

  function hear(reply: Reply) {
    deaths = 0
    hasAnswered = true
    waiting.get(reply.id)?.answered(reply)
  }

  function bury(dead: Worker) {
    if (worker !== dead) return
    worker = undefined
    hasAnswered = false
    deaths++
    dead.terminate()
    for (const each of waiting.values()) each.gone()
  }

  function askWorker<N extends Name>(name: N, asked: Asked[N]): Promise<Answered[N]> {
    wake()
    const asking = worker
    if (asking === undefined) return Promise.reject(new WorkerGone())
    const id = ++questions
    const impatience = setTimeout(() => bury(asking), hasAnswered ? PATIENCE_MS : FIRST_PATIENCE_MS)
    return new Promise<Answered[N]>((resolve, reject) => {
      waiting.set(id, {
        answered: (reply) => ('answer' in reply ? resolve(reply.answer as Answered[N]) : reject(new Error(reply.fault))),
        gone: () => reject(new WorkerGone()),
      })
      asking.postMessage({ id, name, asked } satisfies Question<N>)
    }).finally(() => {
      clearTimeout(impatience)
      waiting.delete(id)
    })
  }
}
