/** Where something broke that nobody had thought of. Names and templates only: nothing in it may be a value of a lifter. */
export interface Fault {
  /** What happened, in words that are always the same. */
  readonly says: string
  /** The route by its template, the work by its topic: what a mender looks for first. */
  readonly at: string
  /** Of the request that it was all done for. */
  readonly requestId?: string | undefined
  readonly facts?: Readonly<Record<string, string | number>>
}

/** Whoever mends the program. */
export interface FaultPort {
  /** Returns at once and throws nothing. */
  tell(error: unknown, fault: Fault): void
  /** Waits for what is on its way, for as long as that is worth it. */
  close(): Promise<void>
}

/** A line of the log: what there is without anything else to tell. */
export const inLog = (write: (facts: object, text: string) => void): FaultPort => ({
  tell: (error, { says, at, requestId, facts }) => write({ err: error, at, ...(requestId !== undefined && { requestId }), ...facts }, says),
  close: async () => {},
})

export const inBoth = (one: FaultPort, other: FaultPort): FaultPort => ({
  tell: (error, fault) => {
    one.tell(error, fault)
    other.tell(error, fault)
  },
  close: async () => void (await Promise.all([one.close(), other.close()])),
})
