/** So long what waits for a picture waits in a page that paints none: one that is put away. */
const HIDDEN_MS = 100

/** Resolves when what is on the screen now has been painted: what nobody looks at can be done then. */
export const afterPaint = () =>
  new Promise<void>((resolve) => {
    const late = setTimeout(resolve, HIDDEN_MS)
    requestAnimationFrame(() => {
      clearTimeout(late)
      setTimeout(resolve)
    })
  })
