/** What is done for one request, by whoever has a part in it. Nothing in it may be a value of a lifter: names, routes, statuses and ids of requests only. */
export interface Traces {
  /** Begins a span inside the one here, or after one that was begun elsewhere. */
  begin(span: Span): Begun
  /** Does all of the work in a span. */
  during<T>(span: Span, work: () => Promise<T>): Promise<T>
  /** Something small that has just ended, as part of the span here. Where there is none it is of no request, and not told. */
  ended(span: Span, milliseconds: number, failure?: unknown): void
  /** The span here as others are told of it: a W3C `traceparent`. */
  here(): string | undefined
  traceIdHere(): string | undefined
  /** Sends what is left, for as long as that is worth waiting for. */
  close(): Promise<void>
}

export interface Span {
  readonly name: string
  readonly kind: 'server' | 'client' | 'consumer'
  readonly facts?: Readonly<Record<string, string | number>>
  /** The `traceparent` of the span that asked for this one, in another process or at another time. */
  readonly after?: string | null | undefined
}

export interface Begun {
  readonly traceId: string
  /** What is done in here is part of the span. */
  run<T>(work: () => T): T
  end(ended?: { readonly name?: string; readonly facts?: Span['facts']; readonly failure?: unknown }): void
}
