/** Sets written in one unit, at most and at least. */
const MOST = 500
const FEWEST = 200
/** The embedded database answers one unit at a time: nobody should wait for an import much longer than for anybody else. */
const UNIT_MS = 50

/** How many sets the next unit takes: as many as went in a bearable time before. */
export function portionSizer() {
  let size = FEWEST
  return {
    size: () => size,
    /** Says how long the last unit took. */
    took(milliseconds: number): void {
      const fitting = size * (UNIT_MS / Math.max(1, milliseconds))
      size = Math.round(Math.min(MOST, Math.max(FEWEST, (size + fitting) / 2)))
    },
  }
}
