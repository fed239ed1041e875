import { MovementScreen } from '../features/library/movement-screen.tsx'
import { MovementAtAGlance } from '../features/progress/movement-at-a-glance.tsx'
import { MovementRulesCard } from '../features/rules/movement-rules-card.tsx'
import { ReallyCard } from '../features/rules/really-card.tsx'

export const Movement = () => (
  <MovementScreen
    renderHistory={(movement) => <MovementAtAGlance movement={movement} />}
    renderRules={(movement) => (
      <>
        <ReallyCard key={movement.id} movement={movement} />
        <MovementRulesCard movement={movement} />
      </>
    )}
  />
)
