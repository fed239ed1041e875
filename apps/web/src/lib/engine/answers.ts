import { ENGINE_VERSION, prescribe, priorFor, strengthsAfter, toldUnderPain, underPain } from '@gymgenius/engine'
import type { Answers } from './questions.ts'

/** What the engine says to each question: in its worker, and where there is none, in the page. */
export const answers: Answers = {
  prescriptions: ({ snapshot, targets, pain }) =>
    targets.map((target) => {
      if (pain === undefined) return prescribe(snapshot, target)
      const careful = underPain({ snapshot, target })
      return toldUnderPain(prescribe(careful.snapshot, careful.target), pain)
    }),
  prior: ({ strengths, movement, since }) => {
    const isOurs = since?.engineVersion === ENGINE_VERSION
    return priorFor(isOurs ? strengthsAfter(since.belief, since.sets) : strengths, movement) ?? null
  },
}
