import { answers } from '../lib/engine/answers.ts'
import type { Name, Question, Reply } from '../lib/engine/questions.ts'

/** Works out what to lift beside the page, so that the page can paint meanwhile. It keeps nothing: another one answers the same. */
declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', ({ data }: MessageEvent<Question>) => self.postMessage(replyTo(data)))

function replyTo<N extends Name>({ id, name, asked }: Question<N>): Reply {
  try {
    return { id, answer: answers[name](asked) }
  } catch (error) {
    return { id, fault: String(error) }
  }
}
