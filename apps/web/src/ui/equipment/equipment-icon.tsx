import type { Equipment, Fixture } from '@gymgenius/domain'
import { drawings } from './drawings.ts'

/** The drawing of a kind of equipment, in the colour of the text around it. A picture beside its name: screen readers pass it by. */
export function EquipmentIcon({
  of,
  size = 24,
  className,
}: {
  readonly of: Equipment | Fixture
  /** Pixels of its side. */
  readonly size?: number
  readonly className?: string
}) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={drawings[of]} />
    </svg>
  )
}
