/** What pnpm says of one hole. */
interface Advisory {
  readonly module_name: string
  readonly severity: string
  readonly title: string
  readonly url: string
  readonly patched_versions?: string
}

const HOLDS_UP = new Set(['high', 'critical'])

/** What an answer of `pnpm audit --json` comes to, in words, and whether it holds a change up. */
export function reportOf(answer: string): { readonly text: string; readonly isBad: boolean } {
  const advisories = advisoriesIn(answer)
  if (advisories === undefined) return { text: 'not checked: the registry was not to be asked', isBad: false }
  const bad = advisories.filter(({ severity }) => HOLDS_UP.has(severity))
  const lines = advisories.map(
    ({ severity, module_name: name, title, url, patched_versions: patched }) =>
      `${severity}: ${name}: ${title} (${url})${patched === undefined ? '' : `, mended in ${patched}`}`,
  )
  return { text: [...lines, `${advisories.length} known holes, ${bad.length} of them high or critical`].join('\n'), isBad: bad.length > 0 }
}

function advisoriesIn(answer: string): Advisory[] | undefined {
  try {
    const { advisories } = JSON.parse(answer.slice(answer.indexOf('{'))) as { advisories?: Record<string, Advisory> }
    return advisories === undefined ? undefined : Object.values(advisories)
  } catch {
    return undefined
  }
}
