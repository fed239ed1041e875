import { fork } from 'node:child_process'

/**
 * A program of ours at work beside the server: questions in, answers out, in order.
 * It has a process of its own and not a thread (decision 0203): whatever ends it ends only this piece of work.
 */
export interface Aside<Question, Answer> {
  /** One question at a time. */
  ask(question: Question, patienceMs: number): Promise<Answer>
  /** Ends the program, at work or not. */
  end(): Promise<void>
}

/** It needed more memory than it was given. */
export class OutOfMemory extends Error {}

/** It did not answer in time. */
export class OutOfPatience extends Error {}

/** What V8 says before it gives up. */
const NO_MEMORY_LEFT = 'heap out of memory'
/** So many letters of what it said last tell why it ended. */
const LAST_WORDS = 4000

/** Starts a program that answers with `answerAside`. It sees no setting and no secret of the server. */
export function startAside<Question, Answer>(program: URL, memoryMb: number): Aside<Question, Answer> {
  const child = fork(program, {
    env: {},
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let lastWords = ''
  child.stderr!.setEncoding('utf8').on('data', (words: string) => (lastWords = (lastWords + words).slice(-LAST_WORDS)))
  const ended = new Promise<Error>((resolve) => {
    child.on('error', resolve) // it did not start
    child.once('close', (code, signal) =>
      resolve(
        lastWords.includes(NO_MEMORY_LEFT)
          ? new OutOfMemory(`It needed more than ${memoryMb} MB`)
          : new Error(`${program.pathname} ended before it answered (${signal ?? code}): ${lastWords}`),
      ),
    )
  })
  return {
    ask: async (question, patienceMs) => {
      child.send(question as object, () => {}) // where it has ended, `ended` says why
      const { promise, resolve, reject } = Promise.withResolvers<Answer>()
      const heard = (answer: unknown) => resolve(answer as Answer)
      const patience = setTimeout(() => reject(new OutOfPatience(`No answer in ${patienceMs} ms`)), patienceMs)
      child.once('message', heard)
      void ended.then(reject)
      return promise.finally(() => {
        clearTimeout(patience)
        child.off('message', heard)
      })
    },
    end: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** What a program aside is: it answers the server's questions one by one, and ends with the server. */
export function answerAside<Question, Answer>(answer: (question: Question) => Answer): void {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {}) // they may be sent to all of a group; the server drains, and then ends us
  process.on('message', (question) => process.send!(answer(question as Question)))
}
