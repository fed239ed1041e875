import { expect, test } from 'vitest'
import css from './theme.css?raw'

const themes = { dark: ':root {', light: "[data-theme='light'] {", contrast: "[data-theme='contrast'] {" }

const texts = ['ink', 'soft', 'accent', 'caution', 'done', 'danger']
const grounds = ['ground', 'surface', 'raised']

for (const [theme, selector] of Object.entries(themes)) {
  const colour = tokensOf(selector)
  const enough = theme === 'contrast' ? 7 : 4.5

  test(`in the ${theme} theme every text colour reads on every surface`, () => {
    const tooFaint = texts.flatMap((text) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(colour(text), colour(ground))
        return ratio < enough ? [`${text} on ${ground}: ${ratio.toFixed(2)}`] : []
      }),
    )
    expect(tooFaint).toEqual([])
  })

  test(`in the ${theme} theme the words on the big button read`, () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(enough)
  })

  test(`in the ${theme} theme the edge of a field can be seen`, () => {
    for (const ground of ['ground', 'surface']) expect(contrast(colour('control'), colour(ground))).toBeGreaterThanOrEqual(3)
  })
}

function tokensOf(selector: string) {
  const block = css.slice(css.indexOf(selector), css.indexOf('}', css.indexOf(selector)))
  return (name: string) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1]
    if (found === undefined) throw new Error(`${selector} has no --${name}`)
    return found
  }
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB). */
function contrast(a: string, b: string) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
