import { BinaryReader } from '@bufbuild/protobuf/wire'

/** The words of a set, its workout and its kind, are mostly those of the set before. */
const REMEMBERED = 2
const MOST_BYTES = 7
const BITS = 128

/**
 * Reads a message with many sets in a third of the time: a text that was read just before is not made again, and whole numbers
 * below 2⁴⁹ do not go through big integers.
 */
export class SharingReader extends BinaryReader {
  private readonly texts: string[] = ['', '']
  private readonly starts: number[] = [0, 0]
  private readonly lengths: number[] = [0, 0]
  private oldest = 0
  private readonly message: Uint8Array

  constructor(message: Uint8Array) {
    super(message)
    this.message = message
  }

  override string(strict?: boolean): string {
    const from = this.pos
    const length = this.uint32()
    const start = this.pos
    if (start + length <= this.len) {
      for (let i = 0; i < REMEMBERED; i++) {
        if (this.lengths[i] !== length || !this.isAlike(this.starts[i]!, start, length)) continue
        this.pos = start + length
        return this.texts[i]!
      }
    }
    this.pos = from
    const text = super.string(strict)
    this.texts[this.oldest] = text
    this.starts[this.oldest] = start
    this.lengths[this.oldest] = length
    this.oldest = (this.oldest + 1) % REMEMBERED
    return text
  }

  /** As a number, where the code that reads turns it into one anyway. */
  override int64(): bigint | string {
    const from = this.pos
    let value = 0
    for (let i = 0, scale = 1; i < MOST_BYTES && this.pos < this.len; i++, scale *= BITS) {
      const byte = this.message[this.pos++]!
      value += (byte & 127) * scale
      if (byte < BITS) return value as unknown as bigint
    }
    this.pos = from
    return super.int64()
  }

  private isAlike(a: number, b: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.message[a + i] !== this.message[b + i]) return false
    return true
  }
}
