import type { Instant } from '@gymgenius/domain'

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?:\s?(Z|[+-]\d{2}:?\d{2}))?$/i

/**
 * The instant a timestamp names. Without an offset it is wall time of an unknown place, read as if that were UTC: the
 * engine needs the time between sets, not the hour.
 */
export function localInstantOf(text: string): Instant | undefined {
  const parts = WRITTEN.exec(text.trim())
  if (parts === null) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = parts
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [number, number, number, number, number, number]
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const date = new Date(0)
  date.setUTCFullYear(y, mo - 1, d)
  date.setUTCHours(h, mi, s, milliseconds)
  const isReal = date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && date.getUTCHours() === h && mi < 60 && s < 60
  return isReal ? ((date.getTime() - offsetMs(zone)) as Instant) : undefined
}

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
