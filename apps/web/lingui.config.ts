import type { LinguiConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export const po = formatter({ lineNumbers: false })

/** The catalogs that translators edit: one file a language. English stands in the code and has none. */
const config: LinguiConfig = {
  locales: ['de', 'es'],
  sourceLocale: 'en',
  catalogs: [{ path: '<rootDir>/words/{locale}', include: ['src'], exclude: ['**/*.test.ts', '**/*.test.tsx'] }],
  format: po,
  orderBy: 'origin',
}

export default config
