import { answers } from '../lib/engine/answers.ts'
import type { Answers, Name, Question, Reply } from '../lib/engine/questions.ts'

/** Works out what to lift beside the page, so that the page can paint meanwhile. It keeps nothing: another one answers the same. */
declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', ({ data }: MessageEvent<Question>) => void replyTo(data).then((reply) => self.postMessage(reply)))

async function replyTo<N extends Name>({ id, name, asked }: Question<N>): Promise<Reply> {
  try {
    return { id, answer: await (answers as Answers)[name](asked) }
  } catch (error) {
    return { id, fault: String(error) }
  }
}
