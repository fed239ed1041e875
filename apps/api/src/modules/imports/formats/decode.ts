import { RefusedFile } from './logbook.ts'

/** The text of a file, whichever way its letters were written down. Refuses what is no text at all. */
export function decode(bytes: Uint8Array): string {
  if (looksZipped(bytes)) throw binary('This is a spreadsheet or an archive; export it as CSV first')
  const text = decoderFor(bytes)(bytes)
  const nul = text.indexOf('\0')
  if (nul >= 0) throw binary('This is not a text file', lineAt(text, nul))
  return text
}

const binary = (message: string, line = 1) => new RefusedFile('imports.malformed_csv', { line, reason: 'binary', message })

const looksZipped = (bytes: Uint8Array) =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8) || (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11)

type Decoder = (bytes: Uint8Array) => string
const as =
  (encoding: string): Decoder =>
  (bytes) =>
    new TextDecoder(encoding).decode(bytes) // drops a byte order mark of its encoding

function decoderFor(bytes: Uint8Array): Decoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be')
  const zeros = zerosAtStart(bytes)
  if (zeros.odd > zeros.seen * 0.3 && zeros.even === 0) return as('utf-16le')
  if (zeros.even > zeros.seen * 0.3 && zeros.odd === 0) return as('utf-16be')
  return utf8OrWindows
}

/** UTF-16 of a header in Latin letters is every second byte zero, mark or no mark. */
function zerosAtStart(bytes: Uint8Array) {
  const seen = Math.min(bytes.length, 200)
  let odd = 0
  let even = 0
  for (let i = 0; i < seen; i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  return { seen, odd, even }
}

/** A file of ten thousand good characters and one broken byte is UTF-8 with a scar, not Windows-1252. */
function utf8OrWindows(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let beyondAscii = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd) broken++
    else if (unit > 0x7f) beyondAscii++
  }
  return broken > beyondAscii ? new TextDecoder('windows-1252').decode(bytes) : text
}

export function lineAt(text: string, index: number): number {
  let line = 1
  for (let i = 0; i < index; i++) if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) line++
  return line
}
