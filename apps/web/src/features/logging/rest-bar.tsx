import type { Instant } from '@gymgenius/domain'
import { Bell, BellOff, Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../lib/now.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { wantsAlert } from '../../lib/rest-alarm/choice.ts'
import { setAlert } from './rest-alarm.ts'
import { clockText } from '../../ui/clock-text.ts'
import { readingOf, type Rest, type RestReading } from './rest.ts'
import { adjustRest, endRest } from './use-rest.ts'
import { words } from './words.ts'

const titles: Record<RestReading['state'], string> = { remaining: words.rest, overdue: words.restPast, stopwatch: words.stopwatch }

/** The time between two sets: how long still, or how long past; a little more or less; or no more of it. */
export function RestBar({ rest }: { readonly rest: Rest }) {
  const now = useNow(250)
  const reading = readingOf(rest, now as Instant)
  const [isOn, setOn] = useState(wantsAlert)
  if (reading === undefined) return null
  const isOver = reading.state === 'overdue'

  return (
    <section
      aria-label={words.rest}
      className="relative flex flex-wrap items-center gap-1 overflow-hidden left-hand:flex-row-reverse rounded-card bg-surface px-2 ring-1 ring-line"
    >
      <div
        aria-hidden
        className="absolute inset-0 origin-left bg-raised transition-transform duration-200"
        style={{ transform: `scaleX(${reading.state === 'remaining' ? reading.share : 0})` }}
      />
      <p className="relative flex min-w-0 flex-1 items-baseline gap-2 pl-1">
        <span className={classes('text-title font-bold tabular', isOver && 'text-caution')} role="timer">
          {isOver ? `+${clockText(reading.seconds)}` : clockText(reading.seconds)}
        </span>
        <span className="truncate text-small text-soft">{titles[reading.state]}</span>
      </p>
      <div className="relative flex flex-wrap items-center left-hand:flex-row-reverse">
        <IconButton
          label={isOn ? words.alertOff : words.alertOn}
          aria-pressed={isOn}
          onClick={() => {
            setOn(!isOn)
            void setAlert(!isOn).catch(() => undefined)
          }}
        >
          {isOn ? <Bell aria-hidden size={18} /> : <BellOff aria-hidden size={18} />}
        </IconButton>
        <IconButton data-key="-" label={words.less} onClick={() => adjustRest(-15)}>
          <Minus aria-hidden size={16} />
          <span aria-hidden className="text-small">
            15
          </span>
        </IconButton>
        <IconButton data-key="+" label={words.more} onClick={() => adjustRest(15)}>
          <Plus aria-hidden size={16} />
          <span aria-hidden className="text-small">
            15
          </span>
        </IconButton>
        <Button look="quiet" data-key="s" className="px-2!" onClick={endRest}>
          {words.skipRest}
        </Button>
      </div>
    </section>
  )
}
