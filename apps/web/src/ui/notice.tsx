import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type NoticeTone = 'info' | 'done' | 'caution' | 'danger'

const tones = {
  info: { colour: 'text-accent', Icon: Info },
  done: { colour: 'text-done', Icon: CircleCheck },
  caution: { colour: 'text-caution', Icon: TriangleAlert },
  danger: { colour: 'text-danger', Icon: CircleAlert },
} as const

/** Says what happened, what is safe, and what to do. The shape says it as well as the colour. */
export function Notice({
  tone = 'info',
  title,
  children,
  action,
}: {
  readonly tone?: NoticeTone
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  const { colour, Icon } = tones[tone]
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className="flex gap-3 rounded-card bg-surface p-3 text-note ring-1 ring-line">
      <Icon aria-hidden size={20} className={classes('mt-0.5 shrink-0', colour)} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-soft">{children}</div>}
        {action !== undefined && <div className="mt-2">{action}</div>}
      </div>
    </div>
  )
}
