import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mail, MailerPort } from '../platform/ports/mailer.ts'

/** A server that says nothing for so long is away. */
const PATIENCE_MS = 15_000

interface Sender {
  /** `smtp://…`, `smtps://…`, `file:FOLDER` or `console:`. */
  readonly url: string
  readonly from: string
}

export function mailerAt({ url, from }: Sender): MailerPort {
  if (url.startsWith('file:')) return fileMailer(url.slice('file:'.length), from)
  return url === 'console:' ? consoleMailer : smtpMailer(url, from)
}

/** A mail server. One that cannot be reached, or is busy, is asked again later; one that says no for good is believed. */
function smtpMailer(url: string, from: string): MailerPort {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    kind: 'smtp',
    send: async (mail) => {
      try {
        await transport.sendMail({ ...mail, from })
        return 'taken'
      } catch (error) {
        if (isRefusedForGood(error)) return 'refused'
        throw error
      }
    },
    check: async () => void (await transport.verify()),
  }
}

/** Whether it is this mail that is not wanted, and not we: a wrong password of ours is mended, and the mail then goes out. */
function isRefusedForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string }
  return responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
}

/** Each mail as a file that mail programs open: for development, and for somebody who carries mail on in their own way. */
function fileMailer(folder: string, from: string): MailerPort {
  const transport = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true })
  return {
    kind: 'file',
    send: async (mail) => {
      const { message } = await transport.sendMail({ ...mail, from })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, `${Date.now()}-${randomUUID()}.eml`)
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${path}.part`, path) // whoever watches the folder sees whole mails only
      return 'taken'
    },
    check: async () => void (await mkdir(folder, { recursive: true, mode: 0o700 })),
  }
}

const consoleMailer: MailerPort = {
  kind: 'console',
  send: async ({ to, subject, text }: Mail) => {
    process.stdout.write(`\nMail to ${to}: ${subject}\n\n${text}\n`)
    return 'taken'
  },
  check: async () => {},
}
