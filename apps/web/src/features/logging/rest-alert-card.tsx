import { useEffect, useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/field.tsx'
import { wantsAlert } from '../../lib/rest-alarm/choice.ts'
import { words } from '../../lib/rest-alarm/words.ts'
import { loadOutside, setAlert } from './rest-alarm.ts'

/** Whether the end of a rest rings, and what this browser can do about it while the phone is locked. */
export function RestAlertCard() {
  const [isOn, setOn] = useState(wantsAlert)
  const [hint, setHint] = useState('')
  const look = () =>
    void loadOutside().then(async ({ canRingLocked, says }) => setHint((await canRingLocked()) ? says.locked : says.cannotRing))
  useEffect(look, [])

  return (
    <Card title={words.title}>
      <Switch
        label={words.alert}
        hint={hint}
        checked={isOn}
        onChange={(wanted) => {
          setOn(wanted)
          void setAlert(wanted).then(look, look)
        }}
      />
    </Card>
  )
}
