import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, test as base } from 'vitest'
import { ConfigurationFault, readEnvironment } from '../platform/config.ts'
import { mailerOf } from '../platform/world.ts'

const mail = { to: 'ann@example.test', subject: 'Schon wieder Größe', text: 'Für dich:\n\nhttp://gym.example/#abc\n' }

interface Post {
  readonly url: string
  readonly taken: { readonly from: string; readonly to: string[]; readonly text: string }[]
  /** What the server says to a recipient from now on. */
  refuse(code: number | undefined): void
}

/** A mail server of our own, which takes mail for anybody who knows its password. */
const test = base.extend('post', async ({}, { onCleanup }): Promise<Post> => {
  const taken: Post['taken'] = []
  let refusal: number | undefined
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'gym' && password === 'p@ss' ? done(null, { user: 'gym' }) : done(Object.assign(new Error('no'), { responseCode: 535 })),
    onRcptTo: (_address, _session, done) =>
      refusal === undefined ? done() : done(Object.assign(new Error('not here'), { responseCode: refusal })),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  server.on('error', () => {}) // a client that hangs up
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onCleanup(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://gym:p%40ss@127.0.0.1:${port}`, taken, refuse: (code) => void (refusal = code) }
})

const mailer = (MAIL_URL: string) => mailerOf(readEnvironment({ MAIL_URL, ORIGIN: 'https://gym.example' }))

test('a mail server gets the whole mail, from an address of ours', async ({ post }) => {
  const smtp = await mailer(post.url)
  await smtp.check()
  expect(await smtp.send(mail)).toBe('taken')
  expect(post.taken).toMatchObject([{ from: 'noreply@gym.example', to: ['ann@example.test'] }])
  expect(post.taken[0]!.text).toContain('From: GymGenius <noreply@gym.example>')
  expect(post.taken[0]!.text).toContain('http://gym.example/#abc')
})

test('an address that the mail server refuses for good is not tried again; whatever may pass is', async ({ post }) => {
  const smtp = await mailer(post.url)
  post.refuse(550)
  expect(await smtp.send(mail)).toBe('refused')
  post.refuse(450) // greylisting: come back later
  await expect(smtp.send(mail)).rejects.toThrow()
  post.refuse(undefined)
  expect(await smtp.send(mail)).toBe('taken')
})

test('a wrong password of ours, or a server that is away, loses no mail: the queue tries again', async ({ post }) => {
  const wrong = await mailer(post.url.replace('p%40ss', 'other'))
  await expect(wrong.send(mail)).rejects.toThrow()
  await expect(wrong.check()).rejects.toThrow()
  await expect((await mailer('smtp://127.0.0.1:1')).send(mail)).rejects.toThrow('ECONNREFUSED')
})

test('nobody writes a second recipient or a header into a mail', async ({ post }) => {
  const smtp = await mailer(post.url)
  await smtp.send({ ...mail, subject: 'a\r\nBcc: eve@example.test' })
  expect(post.taken[0]!.to).toEqual(['ann@example.test'])
  expect(post.taken[0]!.text).not.toMatch(/^Bcc:/m)
})

test('in a folder each mail is a file that its owner alone reads', async ({ onTestFinished }) => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-mail-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await (await mailer(`file:${folder}`)).send(mail)
  const names = await readdir(folder)
  expect(names).toEqual([expect.stringMatching(/\.eml$/)])
  expect(await readFile(join(folder, names[0]!), 'utf8')).toContain('To: ann@example.test')
})

test('a server that sends mail must know its own address, so that no link leads where a request says', () => {
  expect(() => readEnvironment({ MAIL_URL: 'smtp://mail.example' })).toThrow(ConfigurationFault)
  expect(() => readEnvironment({ MAIL_URL: 'ftp://mail.example' })).toThrow(ConfigurationFault)
  expect(readEnvironment({ MAIL_URL: 'console:' }).MAIL_URL).toBe('console:')
})
