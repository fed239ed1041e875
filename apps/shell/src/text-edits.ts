import { readFileSync, writeFileSync } from 'node:fs'

/** A generated file did not look as it did when these settings were written: a newer template needs another look. */
export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate'
}

/** `text` with the one place that `found` names replaced; refuses where it is missing or there are several. */
export function replacedOnce(text: string, found: string, by: string): string {
  const parts = text.split(found)
  if (parts.length !== 2) throw new UnknownTemplate(`${parts.length - 1} places hold ${JSON.stringify(found)} where one was expected`)
  return parts.join(by)
}

/** The same for every place, of which there must be at least one. */
export function replacedEach(text: string, found: RegExp, by: string): string {
  if (text.search(found) === -1) throw new UnknownTemplate(`no place holds ${String(found)}`)
  return text.replace(found, by)
}

export function editFile(file: string, change: (text: string) => string) {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}
