import { useSyncExternalStore } from 'react'
import { chooseLanguage, chosenLanguage, type Language, languages } from '../../lib/language.ts'
import { useChangeSettings, useSettings } from '../../lib/settings.ts'
import { chooseTheme, chosenTheme, onTheme, themes } from '../../lib/theme.ts'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/field.tsx'
import { words } from './words.ts'

export function LookSettings() {
  const change = useChangeSettings()
  const { hand } = useSettings()
  // The account is told as soon as it can be; what is chosen holds here at once.
  async function speak(language: Language | 'auto') {
    await change({ language }).catch(() => undefined)
    chooseLanguage(language)
  }
  const theme = useSyncExternalStore(onTheme, chosenTheme)
  return (
    <Card title={words.look}>
      <div className="flex flex-col gap-5">
        <Choice
          label={words.theme}
          value={theme}
          options={themes.map((value) => ({ value, text: words.themes[value] ?? value }))}
          onChange={chooseTheme}
        />
        <div>
          <Choice
            label={words.hand}
            value={hand}
            options={(['right', 'left'] as const).map((value) => ({ value, text: words.hands[value] }))}
            onChange={(chosen) => void change({ hand: chosen }).catch(() => undefined)}
          />
          <p className="mt-1 text-note text-soft">{words.handHint}</p>
        </div>
        <Choice
          label={words.language}
          value={chosenLanguage() ?? 'auto'}
          options={[
            { value: 'auto' as const, text: words.languageAuto },
            ...Object.entries(languages).map(([value, text]) => ({ value: value as Language, text })),
          ]}
          onChange={(language) => void speak(language)}
        />
      </div>
    </Card>
  )
}
