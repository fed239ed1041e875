const PROTOCOL_3 = 196_608
const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104

const QUERY = 0x51 // Q
const SYNC = 0x53 // S
const TERMINATE = 0x58 // X

const SHORTEST_MESSAGE = 5
const SHORTEST_START_UP = 8
const LONGEST_START_UP = 10_000

export interface Taken {
  /** Whole requests: a start-up packet, a simple query, or everything up to a Sync. */
  readonly requests: Uint8Array[]
  /** What to say at once: no, there is no encryption on this socket. */
  readonly answer?: Uint8Array
  readonly ended: boolean
}

/** Cuts the bytes of one Postgres client into requests. Source: PostgreSQL documentation, Frontend/Backend Protocol, message formats. */
export class Frames {
  private chunks: Buffer[] = []
  private held = 0
  /** How many bytes must be here before it is worth looking. */
  private needed = SHORTEST_START_UP
  private started = false
  private request: Buffer[] = []

  take(chunk: Buffer): Taken {
    this.chunks.push(chunk)
    this.held += chunk.length
    const requests: Uint8Array[] = []
    let answer: Uint8Array | undefined
    for (let message = this.nextMessage(); message !== undefined; message = this.nextMessage()) {
      if (message === 'nonsense') return { requests, ended: true }
      if (this.started) {
        if (message[0] === TERMINATE) return { requests, ended: true }
        this.request.push(message)
        if (message[0] !== QUERY && message[0] !== SYNC) continue
        requests.push(Uint8Array.from(Buffer.concat(this.request)))
        this.request = []
      } else {
        const code = message.readInt32BE(4)
        this.started = code === PROTOCOL_3
        if (this.started) requests.push(Uint8Array.from(message))
        else if (code === SSL_REQUEST || code === GSS_REQUEST) answer = Buffer.from('N')
        else return { requests, ended: true } // a request to cancel, which one session cannot answer
      }
    }
    return { requests, ended: false, ...(answer === undefined ? {} : { answer }) }
  }

  private nextMessage(): Buffer | 'nonsense' | undefined {
    if (this.held < this.needed) return undefined
    // Joined only when a whole message may be there: a message of many megabytes comes in many chunks.
    const bytes = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks)
    const shortest = this.started ? SHORTEST_MESSAGE : SHORTEST_START_UP
    if (bytes.length < shortest) {
      this.needed = shortest
      return undefined
    }
    const length = this.started ? 1 + bytes.readInt32BE(1) : bytes.readInt32BE(0)
    if (length < shortest || (!this.started && length > LONGEST_START_UP)) return 'nonsense'
    const isWhole = bytes.length >= length
    this.chunks = [isWhole ? bytes.subarray(length) : bytes]
    this.held = this.chunks[0]!.length
    this.needed = isWhole ? SHORTEST_MESSAGE : length
    return isWhole ? bytes.subarray(0, length) : undefined
  }
}

/** A request of one statement without parameters. */
export function simpleQuery(text: string): Uint8Array {
  const body = Buffer.from(`${text}\0`)
  const message = Buffer.alloc(SHORTEST_MESSAGE + body.length)
  message[0] = QUERY
  message.writeInt32BE(4 + body.length, 1)
  body.copy(message, SHORTEST_MESSAGE)
  return Uint8Array.from(message)
}
