import { MovementProgressScreen } from '../features/progress/movement-progress-screen.tsx'
import { MovementRulesCard } from '../features/rules/movement-rules-card.tsx'
import { ReallyCard } from '../features/rules/really-card.tsx'

export const MovementProgress = () => (
  <MovementProgressScreen
    renderMore={(movement) => (
      <>
        <ReallyCard key={movement.id} movement={movement} />
        <MovementRulesCard movement={movement} />
      </>
    )}
  />
)
