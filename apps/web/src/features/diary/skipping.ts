const KEY = 'gymgenius.checkIn.skips'
/** Skipped so often in a row, the question is not asked any more; the button stays. */
const ENOUGH = 3

interface Skips {
  readonly day: string
  readonly count: number
}

/** False on a day that was skipped, and after some such days in a row. */
export function mayAsk(now: number): boolean {
  const skips = kept()
  return skips.day !== dayOf(now) && skips.count < ENOUGH
}

export const skipToday = (now: number) => keep({ day: dayOf(now), count: kept().count + 1 })

/** Who answers may be asked again. */
export const answered = () => localStorage.removeItem(KEY)

const keep = (skips: Skips) => localStorage.setItem(KEY, JSON.stringify(skips))

function kept(): Skips {
  try {
    const { day, count } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Skips>
    return { day: day ?? '', count: count ?? 0 }
  } catch {
    return { day: '', count: 0 }
  }
}

const dayOf = (now: number) => new Date(now).toDateString()
