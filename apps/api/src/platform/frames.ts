const PROTOCOL_3 = 196_608
const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const CANCEL_REQUEST = 80_877_102

const QUERY = 0x51 // Q
const SYNC = 0x53 // S
const TERMINATE = 0x58 // X

export interface Taken {
  /** Whole requests: a start-up packet, a simple query, or everything up to a Sync. */
  readonly requests: Uint8Array[]
  /** What to say at once: no, there is no encryption on this socket. */
  readonly answer?: Uint8Array
  readonly ended: boolean
}

/** Cuts the bytes of one Postgres client into requests. Source: PostgreSQL documentation, Frontend/Backend Protocol, §54.7. */
export class Frames {
  private chunks: Buffer[] = []
  private held = 0
  private needed = 8
  private started = false
  private request: Buffer[] = []

  take(chunk: Buffer): Taken {
    this.chunks.push(chunk)
    this.held += chunk.length
    const requests: Uint8Array[] = []
    let answer: Uint8Array | undefined
    while (this.held >= this.needed) {
      // Joined only when a whole message may be there: a message of many megabytes comes in many chunks.
      const bytes = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks)
      const length = this.started ? 1 + bytes.readInt32BE(1) : bytes.readInt32BE(0)
      if (length < (this.started ? 5 : 8)) return { requests, ended: true }
      if (bytes.length < length) {
        this.chunks = [bytes]
        this.needed = length
        break
      }
      const message = bytes.subarray(0, length)
      this.chunks = [bytes.subarray(length)]
      this.held = bytes.length - length
      this.needed = this.started ? 5 : 8
      if (!this.started) {
        const code = message.readInt32BE(4)
        if (code === SSL_REQUEST || code === GSS_REQUEST) answer = Buffer.from('N')
        else if (code === PROTOCOL_3) {
          this.started = true
          this.needed = 5
          requests.push(Uint8Array.from(message))
        } else return { requests, ended: true, ...(code === CANCEL_REQUEST ? {} : { answer: Buffer.from('N') }) }
        continue
      }
      if (message[0] === TERMINATE) return { requests, ended: true }
      this.request.push(message)
      if (message[0] === QUERY || message[0] === SYNC) {
        requests.push(Uint8Array.from(Buffer.concat(this.request)))
        this.request = []
      }
    }
    return { requests, ended: false, ...(answer === undefined ? {} : { answer }) }
  }
}
