export const themes = ['system', 'dark', 'light', 'contrast'] as const
export type Theme = (typeof themes)[number]

const KEY = 'gymgenius.theme'
const listeners = new Set<() => void>()
const prefersLight = matchMedia('(prefers-color-scheme: light)')
const prefersContrast = matchMedia('(prefers-contrast: more)')

/** Puts the chosen theme on the page, and follows the system where that was chosen. */
export function applyTheme() {
  document.documentElement.dataset['theme'] = shown(chosenTheme())
}

export function chooseTheme(theme: Theme) {
  localStorage.setItem(KEY, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

prefersLight.addEventListener('change', applyTheme)
prefersContrast.addEventListener('change', applyTheme)

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY)
  return themes.find((theme) => theme === kept) ?? 'system'
}

function shown(theme: Theme) {
  if (theme !== 'system') return theme
  if (prefersContrast.matches) return 'contrast'
  return prefersLight.matches ? 'light' : 'dark'
}

export function onTheme(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
