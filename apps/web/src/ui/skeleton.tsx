import { words } from './words.ts'

/** Holds the place of lines still to come, so that nothing jumps. Invisible for the first 150 ms. */
export function Skeleton({ lines = 3, label = words.loading }: { readonly lines?: number; readonly label?: string }) {
  return (
    <output aria-label={label} className="flex flex-col gap-3 py-2">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton h-11 w-full" />
      ))}
    </output>
  )
}
