/**
 * Formatters of the browser, kept: to make one takes a hundred times as long as to use it, and a screen of sets asks for dozens. A date's
 * time zone is taken when it is made, so another offset is another one.
 */
export const numberFormat = kept((locale, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
export const dateFormat = kept((locale, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
export const pluralRules = kept((locale) => new Intl.PluralRules(locale))

function kept<Options, Format>(make: (locale: Intl.LocalesArgument, options?: Options) => Format) {
  const made = new Map<string, Format>()
  return (locale: Intl.LocalesArgument, options?: Options): Format => {
    const name = `${String(locale)} ${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`
    const known = made.get(name) ?? make(locale, options)
    made.set(name, known)
    return known
  }
}
