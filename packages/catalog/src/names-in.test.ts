import { expect, test } from 'vitest'
import { library, namesIn } from './index.ts'

test.each(['de', 'es'])('every name in %s is that of a movement of the library, and no two have the same', (language) => {
  const names = namesIn(language)
  const slugs = new Set(library().movements.map(({ slug }) => slug))
  expect(Object.keys(names).filter((slug) => !slugs.has(slug))).toEqual([])
  expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length)
  expect(Object.keys(names).length).toBeGreaterThanOrEqual(150)
})
