/** How far something is, as a share of 0 to 1. The words beside it say the same; without a share it goes on, and nobody can say how far it is. */
export function ProgressBar({ label, share }: { readonly label: string; readonly share?: number }) {
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div>
      <div className="mb-1 flex justify-between text-note">
        <span>{label}</span>
        {percent !== undefined && <span className="tabular">{percent} %</span>}
      </div>
      <progress
        aria-label={label}
        max={100}
        {...(percent !== undefined && { value: percent })}
        className="h-2 w-full overflow-hidden rounded-chip accent-accent"
      />
    </div>
  )
}
