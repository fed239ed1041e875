/**
 * Says one thing to who listens to the screen, when the sentence before is over. While a panel is open nothing outside of it is heard, so each
 * panel has a place of its own to say it.
 */
export function announce(text: string) {
  const within = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
  const place = within.querySelector('[data-said]')
  // The same sentence twice is no change, and would not be said again.
  if (place !== null) place.textContent = place.textContent === text ? `${text}\u00a0` : text
}
