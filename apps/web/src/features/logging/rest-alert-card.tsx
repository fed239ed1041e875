import { useEffect, useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/field.tsx'
import { words } from './outside-words.ts'
import { wantsAlert } from './alert-choice.ts'
import { setAlert } from './rest-alarm.ts'
import { canRingLocked } from './rest-outside.ts'

/** Whether the end of a rest rings, and what this browser can do about it while the phone is locked. */
export function RestAlertCard() {
  const [isOn, setOn] = useState(wantsAlert)
  const [canRing, setCanRing] = useState<boolean>()
  const look = () => void canRingLocked().then(setCanRing)
  useEffect(look, [])

  return (
    <Card title={words.title}>
      <Switch
        label={words.alert}
        hint={canRing === undefined ? '' : canRing ? words.locked : words.cannotRing}
        checked={isOn}
        onChange={(wanted) => {
          setOn(wanted)
          void setAlert(wanted).then(look, look)
        }}
      />
    </Card>
  )
}
