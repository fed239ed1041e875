import { kg } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Scale, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { dayText } from '../../lib/dates.ts'
import { useNow } from '../../lib/now.ts'
import { deleteFromDiary, diaryQuery, noteInDiary } from '../../lib/view/diary.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { parseLoad, useLoadText, useUnit } from '../../ui/load.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

const SHOWN = 30

/** What the body weighed: say it, see where it goes, take back a slip. */
export function BodyWeightScreen() {
  const now = useNow()
  const loadText = useLoadText()
  const toast = useToast()
  const weighings = useQuery(diaryQuery('body_weight')).data
  if (weighings === undefined) return null
  const remove = (id: string) => void deleteFromDiary(id).catch(() => toast({ text: words.notSaved }))
  return (
    <Page title={words.weightTitle}>
      <Card>
        <WeighIn />
      </Card>
      {weighings.length === 0 && (
        <EmptyState title={words.none} picture={<Scale aria-hidden size={40} />}>
          {words.noneText}
        </EmptyState>
      )}
      {weighings.length > 1 && <Trend points={weighings.toReversed().map(({ at, weightKg }) => ({ at: Date.parse(at), kg: weightKg }))} />}
      {weighings.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {weighings.slice(0, SHOWN).map(({ id, at, weightKg }) => {
              const [text, when] = [loadText(weightKg), dayText(Date.parse(at), now)]
              return (
                <li key={id} className="flex min-h-12 items-center justify-between gap-2">
                  <span className="tabular">{text}</span>
                  <span className="flex items-center gap-2 text-note text-soft">
                    {when}
                    <IconButton label={words.remove(text, when)} onClick={() => remove(id)}>
                      <Trash2 aria-hidden size={20} />
                    </IconButton>
                  </span>
                </li>
              )
            })}
          </ul>
        </Card>
      )}
    </Page>
  )
}

/** What a grown body weighs at the least and the most. */
const LEAST_KG = 20
const MOST_KG = 500

function WeighIn() {
  const loadText = useLoadText()
  const unit = useUnit()
  const toast = useToast()
  const [text, setText] = useState('')
  const weight = parseLoad(text, unit)
  const isGood = weight !== undefined && weight >= LEAST_KG && weight <= MOST_KG
  const save = async () => {
    if (!isGood) return
    await noteInDiary({ kind: 'body_weight', weightKg: kg(Math.round(weight * 1000) / 1000) })
    setText('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save().catch(() => toast({ text: words.notSaved }))
      }}
    >
      <Field
        label={`${words.weight} (${unit})`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        fault={text.length > 2 && !isGood ? words.notWeight(loadText(kg(LEAST_KG)), loadText(kg(MOST_KG))) : undefined}
        onChange={(event) => setText(event.target.value)}
        action={
          <Button type="submit" look="primary" className="min-h-12" disabled={!isGood}>
            {words.weigh}
          </Button>
        }
      />
    </form>
  )
}

const WIDTH = 320
const HEIGHT = 96
const EDGE = 8

/** A line over the days; the sentence above says what it shows. */
function Trend({ points }: { readonly points: readonly { readonly at: number; readonly kg: number }[] }) {
  const loadText = useLoadText()
  const [first, last] = [points[0]!, points.at(-1)!]
  const weights = points.map((point) => point.kg)
  const [low, high] = [Math.min(...weights) - 0.5, Math.max(...weights) + 0.5]
  const x = (at: number) => EDGE + ((at - first.at) / Math.max(1, last.at - first.at)) * (WIDTH - 2 * EDGE)
  const y = (weight: number) => EDGE + ((high - weight) / (high - low)) * (HEIGHT - 2 * EDGE)
  const title = words.chart(loadText(kg(first.kg)), loadText(kg(last.kg)))
  return (
    <Card title={title}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} className="w-full text-accent">
        <polyline
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          points={points.map((point) => `${x(point.at).toFixed(1)},${y(point.kg).toFixed(1)}`).join(' ')}
        />
        <circle cx={x(last.at)} cy={y(last.kg)} r={4} fill="currentColor" />
      </svg>
    </Card>
  )
}
