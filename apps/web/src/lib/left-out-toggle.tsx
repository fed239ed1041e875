import { Button } from '../ui/button.tsx'
import { moreWords as words } from './more-words.ts'
import { type LeftOut, leftOutText } from './suited.ts'

/** Says how many movements are not offered and why, and shows them with one tap. Nothing where none is left out. */
export function LeftOutToggle({
  leftOut,
  isShown,
  onShow,
}: {
  readonly leftOut: LeftOut
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}) {
  const text = leftOutText(leftOut)
  if (text === undefined) return null
  return (
    <div className="flex items-center justify-between gap-2">
      <p className="min-w-0 text-note text-soft">{text}</p>
      <Button look="quiet" className="shrink-0 text-note!" aria-pressed={isShown} onClick={() => onShow(!isShown)}>
        {isShown ? words.hideThem : words.showThem}
      </Button>
    </div>
  )
}
