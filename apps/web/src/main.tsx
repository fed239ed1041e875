import './ui/theme.css'
import { loadFirstWords } from './lib/language.ts'
import { applyTheme } from './lib/theme.ts'
import { trustOwnScripts } from './lib/trusted-scripts.ts'

trustOwnScripts()
applyTheme()
// Words are read when the files that hold them are run, so the language comes first and the app after it.
void loadFirstWords()
  .then(() => import('./start.tsx'))
  .then(({ start }) => start())
