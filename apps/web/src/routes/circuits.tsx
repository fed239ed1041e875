import { CircuitsScreen } from '../features/library/circuits-screen.tsx'
import { startCircuit } from '../features/logging/circuits/start-circuit.ts'
import { useNavigate } from '../lib/router.tsx'

/** A circuit that is started goes on in the workout. */
export function Circuits() {
  const navigate = useNavigate()
  return (
    <CircuitsScreen
      onStart={(circuit, idOf) =>
        void startCircuit(circuit, idOf).then(
          (workoutId) => navigate({ to: '/workout/$workoutId', params: { workoutId } }),
          () => undefined, // the notice on the screen says what is not saved
        )
      }
    />
  )
}
