/** 64 bits in two halves, for machines without a hash of their own. Source: FNV-1a (Fowler, Noll, Vo), two offsets. */
export function newDigest() {
  let [high, low] = [0x811c9dc5, 0x01000193]
  return {
    take(text: string) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        high = Math.imul(high ^ code, 0x01000193)
        low = Math.imul(low ^ (code + i), 0x01000193)
      }
    },
    text: () => [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  }
}
