/**
 * A plain JSON value in a tenth of the memory: its shape, shared with all values alike; its numbers as bytes in a text, one
 * character of 0 to 255 a byte; and each of its texts once. For memory only: what is stored or sent stays JSON.
 */
export type Packed = readonly [shape: Shape, bytes: string, ...texts: readonly string[]]

export type Plain = number | string | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** Lists that only hold numbers, or values of one shape, are told by their length; any other by the shape of each value. */
type Shape =
  | { readonly kind: 'number' | 'text' }
  | { readonly kind: 'numbers' }
  | { readonly kind: 'fixed'; readonly value: null | boolean }
  | { readonly kind: 'alike'; readonly of: Shape }
  | { readonly kind: 'list'; readonly of: readonly Shape[] }
  | { readonly kind: 'record'; readonly names: readonly string[]; readonly of: readonly Shape[] }

/** By their signature. Beliefs and habits come in some dozens. */
const shapes = new Map<string, Shape>()

const bytes: number[] = []
/** Numbers written in full: another like them is told by its place, a time by its distance from the last. */
const full: number[] = []
const texts: string[] = []

/** The same value comes back from `unpacked`, number for number. `like` is a guess of its shape, and saves time where it is right. */
export function packed(value: object, like?: Packed): Packed {
  bytes.length = full.length = texts.length = 0
  if (like !== undefined && putAs(like[0], value as Plain)) return written(like[0])
  bytes.length = full.length = texts.length = 0
  const signature = put(value as Plain)
  const known = shapes.get(signature)
  if (known !== undefined) return written(known)
  // Looking at its shape writes over what was written.
  shapes.set(signature, shapeOf(value as Plain))
  return packed(value)
}

/** `concat` makes a list with no room to spare. */
const written = (shape: Shape): Packed =>
  [shape as unknown as string, String.fromCharCode.apply(undefined, bytes)].concat(texts) as unknown as Packed

export function unpacked<T extends object>([shape, from, ...given]: Packed): T {
  full.length = 0
  source = from
  at = 0
  words = given
  return take(shape) as T
}
let source = ''
let at = 0
let words: readonly string[] = []

/** Writes a value, and returns the signature of its shape. */
function put(value: Plain): string {
  if (typeof value === 'number') {
    putNumber(value)
    return '#'
  }
  if (typeof value === 'string') {
    putText(value)
    return '$'
  }
  if (value === null || typeof value === 'boolean') return value === null ? '0' : value ? '+' : '-'
  if (isList(value)) {
    putNumber(value.length)
    if (isNumbers(value)) {
      putNumbers(value)
      return 'n'
    }
    const signatures = value.map(put)
    return signatures.every((each) => each === signatures[0]) ? `[${signatures[0]}]` : `(${signatures.join('')})`
  }
  let signature = '{'
  for (const name of Object.keys(value)) signature += `${name.length}:${name}${put(value[name]!)}`
  return `${signature}}`
}

/** After two of the same number comes how many more there are. */
function putNumbers(list: readonly number[]): void {
  for (let i = 0; i < list.length; i++) {
    const x = list[i]!
    putNumber(x)
    if (!Object.is(list[i + 1], x)) continue
    let more = 0
    while (Object.is(list[i + 2 + more], x)) more++
    putNumber(x)
    putNumber(more)
    i += 1 + more
  }
}

function takeNumbers(): number[] {
  const list: number[] = []
  for (let left = takeNumber(); left > 0; left--) {
    const x = takeNumber()
    list.push(x)
    if (!Object.is(list.at(-2), x)) continue
    for (let more = takeNumber(); more > 0; more--, left--) list.push(x)
  }
  return list
}

/** From this length on a text is written among the bytes if it can be: no other value has the same. */
const LONG = 200
const BEYOND_BYTES = /[^\0-\xff]/

function putText(value: string): void {
  if (value.length >= LONG && !BEYOND_BYTES.test(value)) return putLongText(value)
  const known = texts.lastIndexOf(value)
  putNumber(1 + (known < 0 ? texts.length : known))
  if (known < 0) texts.push(value)
}

/** After two of the same character comes how many more there are. */
function putLongText(value: string): void {
  putNumber(0)
  putNumber(value.length)
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    bytes.push(code)
    if (value.charCodeAt(i + 1) !== code) continue
    let more = 0
    while (more < 255 && value.charCodeAt(i + 2 + more) === code) more++
    bytes.push(code, more)
    i += 1 + more
  }
}

function takeText(): string {
  const place = takeNumber()
  if (place > 0) return words[place - 1]!
  const length = takeNumber()
  codes.length = 0
  while (codes.length < length) {
    const code = source.charCodeAt(at++)
    codes.push(code)
    if (codes.length === length || source.charCodeAt(at) !== code) continue
    for (let more = source.charCodeAt(at + 1); more >= 0; more--) codes.push(code)
    at += 2
  }
  return String.fromCharCode.apply(undefined, codes)
}
const codes: number[] = []

/** Writes a value of that shape; false, with something half written, if it has another. */
function putAs(shape: Shape, value: Plain): boolean {
  switch (shape.kind) {
    case 'number':
      if (typeof value !== 'number') return false
      putNumber(value)
      return true
    case 'text':
      if (typeof value !== 'string') return false
      putText(value)
      return true
    case 'fixed':
      return value === shape.value
    case 'record': {
      if (value === null || typeof value !== 'object' || isList(value)) return false
      const { names, of } = shape
      const given = Object.keys(value)
      if (given.length !== names.length) return false
      for (let i = 0; i < names.length; i++) if (given[i] !== names[i] || !putAs(of[i]!, value[names[i]!]!)) return false
      return true
    }
    case 'numbers':
    case 'alike': {
      if (value === null || typeof value !== 'object' || !isList(value) || (value.length === 0 && shape.kind === 'alike')) return false
      putNumber(value.length)
      if (shape.kind === 'numbers') {
        if (!isNumbers(value)) return false
        putNumbers(value)
        return true
      }
      for (let i = 0; i < value.length; i++) if (!putAs(shape.of, value[i]!)) return false
      return true
    }
    case 'list':
      return false
  }
}

function shapeOf(value: Plain): Shape {
  if (typeof value === 'number') return { kind: 'number' }
  if (typeof value === 'string') return { kind: 'text' }
  if (value === null || typeof value === 'boolean') return { kind: 'fixed', value }
  if (isList(value)) {
    if (isNumbers(value)) return { kind: 'numbers' }
    const signatures = value.map(put)
    if (signatures.every((each) => each === signatures[0])) return { kind: 'alike', of: shapeOf(value[0]!) }
    return { kind: 'list', of: value.map(shapeOf) }
  }
  const names = Object.keys(value)
  return { kind: 'record', names, of: names.map((name) => shapeOf(value[name]!)) }
}

function take(shape: Shape): Plain {
  switch (shape.kind) {
    case 'number':
      return takeNumber()
    case 'text':
      return takeText()
    case 'fixed':
      return shape.value
    case 'numbers':
      return takeNumbers()
    case 'alike':
    case 'list': {
      const list: Plain[] = []
      const length = takeNumber()
      for (let i = 0; i < length; i++) list.push(take(shape.kind === 'alike' ? shape.of : shape.of[i]!))
      return list
    }
    case 'record': {
      const { names, of } = shape
      const record: Record<string, Plain> = {}
      for (let i = 0; i < names.length; i++) {
        const name = names[i]!
        if (name === '__proto__')
          Object.defineProperty(record, name, { value: take(of[i]!), enumerable: true, configurable: true, writable: true })
        else record[name] = take(of[i]!)
      }
      return record
    }
  }
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)
const isNumbers = (list: readonly Plain[]): list is readonly number[] => list.every((each) => typeof each === 'number')

/** What a first byte says: up to here it is the number itself; … quarters in two bytes; then by name. */
const SMALL = 160
const QUARTERS = 208
const WHOLE = 208
const SINCE = 209
const AGAIN = 210
const SECONDS = 211
const FULL = 212

const double = new Float64Array(1)
const eight = new Uint8Array(double.buffer)
const whole = new Int32Array(1)
const four = new Uint8Array(whole.buffer)

function putNumber(x: number): void {
  if (x >= 0 && x <= 65_535 && !Object.is(x, -0)) {
    const quarters = x * 4
    if (x < SMALL && x === Math.floor(x)) return void bytes.push(x)
    if (quarters < (QUARTERS - SMALL) * 256 && quarters === Math.floor(quarters)) {
      return void bytes.push(SMALL + (quarters >> 8), quarters & 255)
    }
    if (x === Math.floor(x)) return void bytes.push(WHOLE, x >> 8, x & 255)
  }
  const place = full.lastIndexOf(x)
  if (x !== 0 && place >= 0 && place < 256) return void bytes.push(AGAIN, place)
  const since = full.length === 0 || x === 0 ? 0.5 : x - full[full.length - 1]!
  full.push(x)
  whole[0] = since
  const seconds = since / 1000
  if (seconds >= 0 && seconds <= 65_535 && seconds === Math.floor(seconds) && full[full.length - 2]! + 1000 * seconds === x) {
    return void bytes.push(SECONDS, seconds >> 8, seconds & 255)
  }
  if (whole[0] === since && full[full.length - 2]! + since === x) return void bytes.push(SINCE, four[0]!, four[1]!, four[2]!, four[3]!)
  double[0] = x
  bytes.push(FULL)
  for (let i = 0; i < 8; i++) bytes.push(eight[i]!)
}

function takeNumber(): number {
  const first = source.charCodeAt(at++)
  if (first < SMALL) return first
  if (first < QUARTERS) return ((first - SMALL) * 256 + source.charCodeAt(at++)) / 4
  if (first === WHOLE) return source.charCodeAt(at++) * 256 + source.charCodeAt(at++)
  if (first === AGAIN) return full[source.charCodeAt(at++)]!
  let x: number
  if (first === SECONDS) x = full[full.length - 1]! + 1000 * (source.charCodeAt(at++) * 256 + source.charCodeAt(at++))
  else if (first === SINCE) {
    for (let i = 0; i < 4; i++) four[i] = source.charCodeAt(at++)
    x = full[full.length - 1]! + whole[0]!
  } else {
    for (let i = 0; i < 8; i++) eight[i] = source.charCodeAt(at++)
    x = double[0]!
  }
  full.push(x)
  return x
}
