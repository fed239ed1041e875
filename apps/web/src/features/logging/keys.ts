/**
 * A workout by keys. A key presses the button that carries it (`data-key`), so it can do what a thumb can do just now and nothing else, and the
 * list of keys (`keys-sheet.tsx`) has what is on the screen.
 */
export function listenForKeys(signal: AbortSignal) {
  addEventListener('keydown', pressed, { signal })
}

/** The button that a key presses now, if there is one. */
export const buttonOf = (key: string) => document.querySelector<HTMLButtonElement>(`main [data-key="${CSS.escape(key)}"]:not(:disabled)`)

function pressed(event: KeyboardEvent) {
  const { key, target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (document.querySelector('dialog[open]') !== null || !isFree(target, key)) return
  // A key that is held steps on; it logs one set.
  if (event.repeat && !key.startsWith('Arrow')) return
  const button = buttonOf(key)
  if (button === null) return
  event.preventDefault()
  button.click()
}

/** Where something is typed or chosen its keys are its own, but for Enter in a number: there the set is said. */
function isFree(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return true
  if (target instanceof HTMLInputElement) return key === 'Enter' && /decimal|numeric/.test(target.inputMode)
  if (target.closest('textarea, select, [contenteditable], [role=radiogroup]') !== null) return false
  return key !== 'Enter' || target.closest('button, a, summary') === null
}
