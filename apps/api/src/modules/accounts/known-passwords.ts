import { Problem } from '@gymgenius/contracts'

/** Guessers hang years and signs onto words; with more than this hung on, a listed word is a guess among very many. */
const DECORATION = 5
/** The shortest listed word that is looked for inside decoration: shorter ones are in half of all good passwords. */
const SHORTEST_CORE = 5
/** A short run, over and over, is as easily guessed as the run as long as the whole is short. */
const SHORT = 16
const SHORT_UNIT = 4

const SUBSTITUTES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Refuses a password that guessers try first. `field` is where it stands in the request. Nobody outside is asked. */
export async function refuseKnownPassword(
  password: string,
  { email, field }: { readonly email: string; readonly field: string },
): Promise<void> {
  const listed = await list()
  if (!isGuessedFirst(password, email, (word) => listed.has(word))) return
  throw new Problem('request.invalid', {
    errors: [{ pointer: `/${field}`, code: 'known_password', message: 'Is on the lists that guessers try first' }],
  })
}

/**
 * Whether a password is one of a list, or made from one as guessers make them: other letters for signs that look like them, digits and signs
 * hung on, written twice, or the address of its owner. What nobody listed is not judged: long is good enough.
 */
export function isGuessedFirst(password: string, email: string, isListed: (word: string) => boolean): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const own = new Set([email, email.split('@')[0], 'gymgenius'])
  const isKnown = (word: string) => own.has(word) || isListed(word)
  return formsOf(plain).some((form) => isKnown(form) || isRun(form) || isRepeated(form, isKnown))
}

/** The password itself, and what is left of it without what was hung on or put in. */
function formsOf(plain: string): string[] {
  const read = [...plain].map((letter) => SUBSTITUTES[letter] ?? letter).join('')
  const cores = [plain, read].map((form) => form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
  const bare = plain.replace(/[^\p{L}]+$/u, '')
  const readBare = [...bare].map((letter) => SUBSTITUTES[letter] ?? letter).join('')
  const stripped = [...cores, bare, readBare].filter((core) => core.length >= SHORTEST_CORE && plain.length - core.length <= DECORATION)
  return [plain, read, ...stripped]
}

/** abcdefghij, 9876543210: each letter is the neighbour of the one before. */
function isRun(form: string): boolean {
  const letters = Array.from(form, (letter) => letter.codePointAt(0)!)
  const steps = letters.slice(1).map((letter, at) => letter - letters[at]!)
  return letters.length >= SHORTEST_CORE && steps.every((step) => step === steps[0] && Math.abs(step) === 1)
}

function isRepeated(form: string, isKnown: (word: string) => boolean): boolean {
  const unit = /^(.+?)\1+$/u.exec(form.slice(0, 256))?.[1]
  return unit !== undefined && (isKnown(unit) || (form.length <= SHORT && unit.length <= SHORT_UNIT))
}

let loading: Promise<ReadonlySet<string>> | undefined

/** 49,233 passwords from leaks, in lower case; read when the first password is chosen. */
const list = () =>
  (loading ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'] as readonly string[])))
