/** Something seen in a set: in which way, and how much of it. */
export type Sight = readonly [feature: number, amount: number]

/** The weights of a bank of heads by feature, and what whole groups of features come to together: [row][head]. */
export class LookTables {
  readonly heads: number
  private readonly parameters: Float64Array
  private readonly from: number
  private readonly size: number

  constructor(parameters: Float64Array, from: number, size: number, heads: number) {
    this.parameters = parameters
    this.from = from
    this.size = size
    this.heads = heads
  }

  weight(feature: number, head: number): number {
    return this.parameters[this.from + head * this.size + feature]!
  }

  /** One row of sums for every case of what a few features can be together. */
  table(rows: number, seen: (row: number) => readonly Sight[]): Float64Array {
    const { heads } = this
    const sums = new Float64Array(rows * heads)
    for (let row = 0; row < rows; row++) {
      for (const [feature, amount] of seen(row)) {
        for (let h = 0; h < heads; h++) sums[row * heads + h] = sums[row * heads + h]! + this.weight(feature, h) * amount
      }
    }
    return sums
  }

  /** What each head gives to seeing nothing. */
  blank(): Float64Array {
    return new Float64Array(this.heads).map((_, h) => this.weight(this.size - 1, h))
  }
}
