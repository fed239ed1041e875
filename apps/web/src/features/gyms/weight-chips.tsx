import type { Kilograms, LoadUnit } from '@gymgenius/domain'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { parseLoad } from '../../ui/load.tsx'
import { marked } from './items.ts'
import { words } from './words.ts'

const LEAST_KG = 0.05

/** Weights one by one: a tap takes one away, and one more is typed. */
export function WeightChips({
  weights,
  unit,
  most,
  label,
  hint,
  onChange,
}: {
  readonly weights: readonly Kilograms[]
  readonly unit: LoadUnit
  readonly most: number
  /** Of the field for one more. */
  readonly label: string
  readonly hint?: string
  readonly onChange: (weights: readonly Kilograms[]) => void
}) {
  const [text, setText] = useState('')
  const more = parseLoad(text, unit)
  const isGood = more !== undefined && more >= LEAST_KG && weights.length < most
  const add = () => {
    if (!isGood) return
    const others = weights.filter((weight) => marked(weight, unit) !== marked(more, unit))
    onChange([...others, more].sort((a, b) => a - b))
    setText('')
  }
  return (
    <div>
      <Chips weights={weights} unit={unit} onTake={(weight) => onChange(weights.filter((one) => one !== weight))} />
      <Field
        label={`${label} (${unit})`}
        hint={hint}
        inputMode="decimal"
        value={text}
        fault={text !== '' && !isGood ? (weights.length >= most ? words.fullRow(most) : words.badWeight) : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault() // it is one weight more, and not yet all that is said of the thing
          add()
        }}
        action={
          <Button disabled={!isGood} onClick={add}>
            {words.addOne}
          </Button>
        }
      />
    </div>
  )
}

/** Weights as they are marked; a tap takes one away. */
export function Chips({
  weights,
  unit,
  onTake,
}: {
  readonly weights: readonly Kilograms[]
  readonly unit: LoadUnit
  readonly onTake: (weight: Kilograms) => void
}) {
  if (weights.length === 0) return null
  return (
    <ul className="mb-2 flex flex-wrap gap-2">
      {weights.map((weight) => {
        const text = `${marked(weight, unit)} ${unit}`
        return (
          <li key={weight}>
            <button
              type="button"
              aria-label={words.takeAway(text)}
              title={words.takeAway(text)}
              onClick={() => onTake(weight)}
              className="inline-flex min-h-11 min-w-14 items-center justify-center rounded-chip bg-raised px-3 text-note tabular active:brightness-90"
            >
              {text}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
