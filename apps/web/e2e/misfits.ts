import type { Page } from '@playwright/test'

/**
 * What does not fit on the screen as it stands: a page or panel that must be pushed sideways, words that are cut where nobody meant them to
 * be, controls that lie on one another, and a big button that cannot be seen.
 */
export const misfits = (page: Page) => page.evaluate(lookForMisfits)

function lookForMisfits(): readonly string[] {
  const found: string[] = []
  const say = (what: string, element: Element) => {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
    found.push(`${what}: ${element.tagName.toLowerCase()}.${[...element.classList].slice(0, 3).join('.')} “${text}”`)
  }
  const panels = [...document.querySelectorAll('dialog[open]')]
  const top = panels.at(-1) ?? document.body
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it is sent to the page as one piece
  const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- as above
  const boxOf = (element: Element) => element.getBoundingClientRect()

  if (document.documentElement.scrollWidth > innerWidth) say('the page goes sideways', document.documentElement)
  for (const frame of [document.querySelector('main'), ...panels]) {
    if (frame === null || frame.scrollWidth <= frame.clientWidth + 1) continue
    const end = boxOf(frame).left + frame.clientWidth
    const widest = [...frame.querySelectorAll('*')].find((each) => isSeen(each) && seenPartOf(each, frame).right > end + 1)
    say('makes its frame go sideways', widest ?? frame)
  }

  for (const element of top.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element)
    const { width, height, left, right } = boxOf(element)
    if (!isSeen(element) || width < 2 || height < 2) continue
    // Where an ellipsis says that there is more, it was meant.
    const isMeant =
      style.textOverflow === 'ellipsis' || element.closest('.truncate, .sr-only, svg, select, [class*=overflow-x-auto]') !== null
    if (isMeant) continue
    const hasOwnText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')
    if (hasOwnText && element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline' && element.tagName !== 'INPUT')
      say('wider than its place', element)
    if (hasOwnText && style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1) say('cut', element)
    if (element instanceof HTMLInputElement && /decimal|numeric/.test(element.inputMode) && element.scrollWidth > element.clientWidth + 1)
      say('a value cut', element)
    if (hasOwnText && (left < -1 || right > innerWidth + 1)) say('beside the screen', element)
  }

  const controls = [...top.querySelectorAll('button, a[href], input, summary')].filter(isSeen)
  for (const [place, one] of controls.entries())
    for (const other of controls.slice(place + 1)) {
      if (one.contains(other) || other.contains(one) || isAbove(one) !== isAbove(other)) continue
      const [a, b] = [seenPartOf(one), seenPartOf(other)]
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (across > 2 && down > 2) say(`lies on “${(other.getAttribute('aria-label') ?? other.textContent ?? '').trim().slice(0, 30)}”`, one)
    }

  const big = [...top.querySelectorAll('button.min-h-14.w-full')].filter(isSeen).at(-1)
  if (big?.closest('.sticky, .shrink-0') && panels.length === 0) {
    const { top: from, bottom } = boxOf(big)
    if (from < 0 || bottom > innerHeight + 1) say('the big button is out of sight', big)
  }
  return found

  /** Stays while the rest is scrolled: it may lie on what can be moved from under it. */
  function isAbove(element: Element): boolean {
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(each).position) && each !== top) return true
    return false
  }

  /** Of what is scrolled, only what is not cut off by its frame. */
  function seenPartOf(element: Element, within: Element = document.body) {
    let { left, top: from, right, bottom } = boxOf(element)
    for (let frame = element.parentElement; frame !== null && frame !== within; frame = frame.parentElement) {
      if (getComputedStyle(frame).overflow === 'visible') continue
      const edge = boxOf(frame)
      left = Math.max(left, edge.left)
      from = Math.max(from, edge.top)
      right = Math.min(right, edge.right)
      bottom = Math.min(bottom, edge.bottom)
    }
    return { left, top: from, right, bottom }
  }
}
