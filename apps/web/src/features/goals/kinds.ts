import type { Goal } from './goal.ts'
import { words } from './words.ts'

/** In the order they are asked. */
export const goalKinds = Object.keys(words.kinds) as readonly Goal['current']['kind'][]
