import { useSyncExternalStore } from 'react'
import { chooseTheme, chosenTheme, onTheme, themes } from '../../lib/theme.ts'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/field.tsx'
import { words } from './words.ts'

export function LookSettings() {
  const theme = useSyncExternalStore(onTheme, chosenTheme)
  return (
    <Card title={words.look}>
      <Choice
        label={words.theme}
        hideLabel
        value={theme}
        options={themes.map((value) => ({ value, text: words.themes[value] ?? value }))}
        onChange={chooseTheme}
      />
    </Card>
  )
}
