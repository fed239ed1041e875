import { constants, getPriority, setPriority } from 'node:os'

/** From here on this process gets the processor that others leave over. One that stands further back already stays there: only root may come forward. */
export function standBack(): void {
  if (getPriority() < constants.priority.PRIORITY_BELOW_NORMAL) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}
