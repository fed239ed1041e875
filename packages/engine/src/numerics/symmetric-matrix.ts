/** Small dense symmetric matrices, row by row. */
export type Matrix = readonly (readonly number[])[]

/**
 * The lower triangle L with L Lᵀ = A; undefined where A is not positive definite.
 *
 * Valid    some dozens of rows.
 * Source   Golub & Van Loan (2013), Matrix Computations, 4th ed., §4.2.
 */
export function cholesky(a: Matrix): Matrix | undefined {
  const lower: number[][] = a.map((row) => row.map(() => 0))
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!
      if (i === j && !(sum > 0)) return undefined
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!
    }
  }
  return lower
}

/** x with L x = b, for a lower triangle L. */
export function solveLower(lower: Matrix, b: readonly number[]): number[] {
  const x: number[] = []
  lower.forEach((row, i) => {
    let sum = b[i]!
    for (let k = 0; k < i; k++) sum -= row[k]! * x[k]!
    x.push(sum / row[i]!)
  })
  return x
}

/** x with Lᵀ x = b, for a lower triangle L. */
export function solveUpper(lower: Matrix, b: readonly number[]): number[] {
  const x = [...b]
  for (let i = b.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < b.length; k++) x[i]! -= lower[k]![i]! * x[k]!
    x[i]! /= lower[i]![i]!
  }
  return x
}

/** The inverse of a positive definite matrix, symmetric to the last bit. */
export function inverse(a: Matrix): Matrix {
  const lower = cholesky(a)
  if (lower === undefined) throw new RangeError('not positive definite')
  const columns = a.map((_, i) =>
    solveUpper(
      lower,
      solveLower(
        lower,
        a.map((__, j) => (i === j ? 1 : 0)),
      ),
    ),
  )
  return columns.map((column, i) => column.map((value, j) => (value + columns[j]![i]!) / 2))
}

export const times = (a: Matrix, x: readonly number[]): number[] => a.map((row) => row.reduce((sum, value, j) => sum + value * x[j]!, 0))

/** xᵀ A y. */
export const between = (x: readonly number[], a: Matrix, y: readonly number[]): number =>
  times(a, y).reduce((sum, value, i) => sum + value * x[i]!, 0)

/**
 * Eigenvalues, and eigenvectors as rows of `vectors`, by Jacobi's rotations.
 *
 * Valid    symmetric, some dozens of rows; off-diagonal left below 1e-14 of the diagonal.
 * Source   Golub & Van Loan (2013), §8.5.
 */
export function eigen(a: Matrix): { readonly values: readonly number[]; readonly vectors: Matrix } {
  const m = a.map((row) => [...row])
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(m) > 1e-28 * onDiagonal(m); sweep++) {
    for (let p = 0; p < m.length; p++) for (let q = p + 1; q < m.length; q++) rotate(m, vectors, p, q)
  }
  return { values: m.map((row, i) => row[i]!), vectors }
}

const MOST_SWEEPS = 60

function rotate(m: number[][], vectors: number[][], p: number, q: number) {
  if (m[p]![q] === 0) return
  const slope = (m[q]![q]! - m[p]![p]!) / (2 * m[p]![q]!)
  const t = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (const row of m) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
  mixRows(m, p, q, c, s)
  mixRows(vectors, p, q, c, s)
}

function mixRows(m: number[][], p: number, q: number, c: number, s: number) {
  const [rowP, rowQ] = [m[p]!, m[q]!]
  m[p] = rowP.map((value, j) => c * value - s * rowQ[j]!)
  m[q] = rowP.map((value, j) => s * value + c * rowQ[j]!)
}

const offDiagonal = (m: Matrix) =>
  m.reduce((sum, row, i) => sum + row.reduce((rest, value, j) => (i === j ? rest : rest + value * value), 0), 0)
const onDiagonal = (m: Matrix) => m.reduce((sum, row, i) => sum + row[i]! * row[i]!, 0)
