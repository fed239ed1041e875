import { seededRng } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { diagnose } from './diagnostics.ts'
import { standardNormals } from './standard-normal.ts'

/** Four chains of 250: each draw keeps `memory` of the one before; chain k stands `apart` · k away. */
function chains({ memory = 0, apart = 0, seed = 1, length = 250 }) {
  const normal = standardNormals(seededRng(seed))
  return [0, 1, 2, 3].map((chain) => {
    let x = normal()
    return Float64Array.from({ length }, () => {
      x = memory * x + Math.sqrt(1 - memory * memory) * normal()
      return x + apart * chain
    })
  })
}

// The same draws written to a file and given to ArviZ 0.23.4 (rhat; ess bulk and tail; mcse mean).
test.each([
  [
    { memory: 0, seed: 100 },
    { rHat: 1.0027837460571483, bulkEss: 960.8505705546606, tailEss: 946.7414196546521, mcse: 0.03162688697894878 },
  ],
  [
    { memory: 0.7, seed: 101 },
    { rHat: 1.0277788708360862, bulkEss: 161.72641242752223, tailEss: 393.05204261934244, mcse: 0.08359820916571414 },
  ],
  [
    { memory: -0.5, seed: 102 },
    { rHat: 1.0038670821529652, bulkEss: 3000, tailEss: 857.8618891193172, mcse: 0.0179278234309354 },
  ],
])('diagnostics of %o are those of ArviZ', (settings, expected) => {
  const found = diagnose(chains(settings))
  for (const name of ['rHat', 'bulkEss', 'tailEss', 'mcse'] as const) expect(found[name] / expected[name]).toBeCloseTo(1, 10)
})

// A first-order autoregression of memory ρ is worth (1 − ρ)/(1 + ρ) of its length.
test('remembered draws count for less, by the textbook share', () => {
  const { bulkEss } = diagnose(chains({ memory: 0.8, length: 20_000 }))
  expect(bulkEss / 80_000 / (0.2 / 1.8)).toBeCloseTo(1, 1)
})

test('chains in different places do not pass for one', () => {
  expect(diagnose(chains({ apart: 0.5 })).rHat).toBeGreaterThan(1.1)
})

test('chains in one place but of different width do not pass either', () => {
  const wide = chains({}).map((chain, i) => chain.map((draw) => draw * (i + 1)))
  expect(diagnose(wide).rHat).toBeGreaterThan(1.1)
})

test('only order matters to R-hat and to bulk and tail draws', () => {
  const plain = chains({ memory: 0.5 })
  const cubed = diagnose(plain.map((chain) => chain.map((draw) => draw ** 3)))
  const { bulkEss } = diagnose(plain)
  expect(cubed.bulkEss).toBeCloseTo(bulkEss, 8)
})
