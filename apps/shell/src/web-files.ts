import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { replacedOnce } from './text-edits.ts'

/**
 * What the server says in a header on the web, a page without a server must say itself: scripts are our own, and what is spoken to
 * is https or this very phone. `data:` and `blob:` are pictures made here.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

/** The page of the phone app: the web's, with its policy, and without what a home screen would read. */
export function pageOf(page: string): string {
  const bare = replacedOnce(page, '<link rel="manifest" href="/manifest.webmanifest">', '')
  return replacedOnce(
    bare,
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
  )
}

/** A phone app brings its files along: no service worker keeps them, no map of the sources is read, no store asks for a manifest. */
const LEFT_OUT = /^(service-worker\.js|manifest\.webmanifest|\.vite|\.stamp)$|\.map$/

/** Copies the built web app into `to`, as the phone app shows it. */
export function takeWebFiles(built: string, to: string) {
  rmSync(to, { recursive: true, force: true })
  cpSync(built, to, { recursive: true, filter: (file) => !LEFT_OUT.test(basename(file)) })
  const front = join(to, 'index.html')
  writeFileSync(front, pageOf(readFileSync(front, 'utf8')))
}
