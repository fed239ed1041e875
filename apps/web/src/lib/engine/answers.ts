import { prescribe, toldUnderPain, underPain } from '@gymgenius/engine'
import type { Answers, Asked } from './questions.ts'

/** What the engine says to each question: in its worker, and where there is none, in the page. */
export const answers = {
  prescriptions: ({ snapshot, targets, pain }: Asked['prescriptions']) =>
    targets.map((target) => {
      if (pain === undefined) return prescribe(snapshot, target)
      const careful = underPain({ snapshot, target })
      return toldUnderPain(prescribe(careful.snapshot, careful.target), pain)
    }),
  // A file of its own: a first workout needs nothing of it.
  prior: async (asked: Asked['prior']) => (await import('./prior-answer.ts')).priorAnswer(asked),
} satisfies Answers
