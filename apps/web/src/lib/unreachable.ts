/** The server gave no answer: no network, or something in between. Nothing is known about whether the request arrived. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'

  constructor(cause: unknown) {
    super('The server cannot be reached', { cause })
  }
}
