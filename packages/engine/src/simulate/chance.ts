import type { Rng } from '@gymgenius/domain'

/** A normal draw good enough for a story: twelve uniforms, less six. */
export function normalDraw(rng: Rng): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += rng()
  return sum
}

export const between = (rng: Rng, low: number, high: number) => low + (high - low) * rng()
