export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Who takes mail to people. */
export interface MailerPort {
  readonly kind: 'none' | 'smtp' | 'file' | 'console'
  /** `taken` by somebody who will deliver it, or `refused` for good; rejects where a later try may do better. */
  send(mail: Mail): Promise<'taken' | 'refused'>
  /** Rejects with what is wrong where mail could not be sent now. */
  check(): Promise<void>
}

/** A server that nobody told how to send mail. */
export const noMailer: MailerPort = { kind: 'none', send: async () => 'refused', check: async () => {} }
