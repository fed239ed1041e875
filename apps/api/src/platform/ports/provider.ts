/** What ties an answer to the question: made anew for each, and known to nobody but us. */
export interface ProviderQuestion {
  /** Where the provider sends the browser back to. */
  readonly returnTo: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** The person must show the provider anew who they are, whomever it still knows. */
  readonly asksAnew: boolean
}

/** Somebody, as a provider knows them. */
export interface Vouched {
  /** The provider's own name for them, which it gives to nobody else, ever. */
  readonly subject: string
  /** An address that the provider has seen to be theirs. */
  readonly email: string | undefined
}

/** Somebody else who says who somebody is. */
export interface ProviderPort {
  readonly id: string
  readonly name: string
  readonly issuer: string
  /** Where a browser asks. */
  addressOf(question: ProviderQuestion): Promise<string>
  /** Who it is, from the address that the browser was sent back to. `withEmail`: asks for the address where it was not told. */
  whoIs(question: ProviderQuestion, cameBackTo: URL, withEmail: boolean): Promise<Vouched>
  /** Rejects with what is wrong where nobody could sign in now. */
  check(): Promise<void>
}
