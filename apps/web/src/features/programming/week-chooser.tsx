import type { Api } from '@gymgenius/contracts'
import { classes } from '../../ui/classes.ts'
import { blockNames, words } from './words.ts'

type Week = Pick<Api['GET /v1/shared/programs/{token}']['reply']['weeks'][number], 'week' | 'block'>

interface Props {
  readonly weeks: readonly Week[]
  /** The place of the week that is shown, from 0. */
  readonly chosen: number
  readonly choose: (index: number) => void
}

/** The weeks of a plan to choose from, lighter ones in amber, and the name of the one that is shown. */
export function WeekChooser({ weeks, chosen, choose }: Props) {
  const week = weeks[Math.min(chosen, weeks.length - 1)]
  return (
    <>
      <fieldset aria-label={words.length} className="flex flex-wrap gap-2">
        {weeks.map(({ week: number, block }, index) => (
          <button
            key={number}
            type="button"
            aria-pressed={index === chosen}
            aria-label={`${words.week(number)}: ${blockNames[block]}`}
            onClick={() => choose(index)}
            className={classes(
              'min-h-11 min-w-11 rounded-chip px-3 tabular',
              index === chosen
                ? 'bg-accent font-semibold text-on-accent'
                : block === 'deload'
                  ? 'bg-raised text-caution'
                  : 'bg-raised text-ink',
            )}
          >
            {number}
          </button>
        ))}
      </fieldset>
      {week !== undefined && (
        <h2 className={classes('text-title font-semibold', week.block === 'deload' && 'text-caution')}>
          {words.week(week.week)} · {blockNames[week.block]}
        </h2>
      )}
    </>
  )
}
