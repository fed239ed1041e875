import type { ByteFile } from '../lib/journal/file-journal.ts'

/** A disk that forgets what was not flushed when the power goes, and can run full. */
export interface MemoryFile extends ByteFile {
  /** What is left after a kill: all that was flushed, and `torn` bytes of what came after. */
  afterKill(torn: number): MemoryFile
  fillUpAt(bytes: number): void
}

export function memoryFile(initial = new Uint8Array()): MemoryFile {
  let bytes = initial
  let flushed = initial
  let room = Infinity
  const resized = (size: number) => {
    const next = new Uint8Array(size)
    next.set(bytes.subarray(0, size))
    return next
  }
  return {
    getSize: () => bytes.length,
    read(into, { at }) {
      into.set(bytes.subarray(at, at + into.length))
      return Math.min(into.length, bytes.length - at)
    },
    write(more, { at }) {
      if (at + more.length > room) throw new DOMException('No space left', 'QuotaExceededError')
      if (at + more.length > bytes.length) bytes = resized(at + more.length)
      else bytes = bytes.slice()
      bytes.set(more, at)
      return more.length
    },
    truncate(size) {
      bytes = resized(size)
    },
    flush() {
      flushed = bytes
    },
    close() {},
    afterKill: (torn) => memoryFile(bytes.length > flushed.length ? bytes.slice(0, flushed.length + torn) : flushed),
    fillUpAt(size) {
      room = size
    },
  }
}
