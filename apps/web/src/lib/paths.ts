/**
 * Addresses and screens. Written here because the set screen must load in 150 KB: a router from the shelf was a sixth of
 * that (docs/decisions/0072). Every address of the app is in `Path`, so a mistyped link does not compile.
 */
export type Path =
  | '/'
  | '/sign-in'
  | '/sign-up'
  | '/forgot-password'
  | '/reset-password'
  | '/confirm-email'
  | '/server'
  | '/today'
  | '/workout/$workoutId'
  | '/history'
  | '/history/$workoutId'
  | '/progress'
  | '/progress/report'
  | '/progress/$movementId'
  | '/library'
  | '/library/new'
  | '/library/circuits'
  | '/library/$movementId'
  | '/library/$movementId/edit'
  | '/routines'
  | '/routines/$routineId'
  | '/programs'
  | '/programs/new'
  | '/programs/new/$step'
  | '/programs/schemes'
  | '/programs/schemes/$slug'
  | '/programs/text'
  | '/programs/by-hand'
  | '/programs/$programId'
  | '/programs/$programId/changes'
  | '/programs/$programId/order'
  | '/programs/$programId/sessions/$session'
  | '/programs/$programId/text'
  | '/programs/$programId/hand/$session'
  | '/programs/$programId/print'
  | '/programs/$programId/compare/$otherId'
  | '/shared/programs/$token'
  | '/goals'
  | '/goals/year'
  | '/goals/$goalId'
  | '/settings'
  | '/gyms'
  | '/gyms/$gymId'
  | '/import'
  | '/body-weight'
  | '/privacy'
  | '/accounts'
  | '/audit'
  | '/doctor'
  | '/athletes'
  | '/athletes/$grantId'

export type ParamNames<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never
export type ParamsOf<P extends Path> = Readonly<Record<ParamNames<P>, string>>

/** Where to go: `{ to: '/history/$workoutId', params: { workoutId } }`. */
export type Place<P extends Path> = { readonly to: P } & ([ParamNames<P>] extends [never]
  ? { readonly params?: undefined }
  : { readonly params: ParamsOf<P> })

export interface Found {
  readonly path: Path
  readonly params: Readonly<Record<string, string>>
}

/** The path that an address belongs to. */
export function findPath(paths: readonly Path[], address: string): Found | undefined {
  const parts = address.split('/').filter((part) => part !== '')
  for (const path of paths) {
    const wanted = path.split('/').filter((part) => part !== '')
    if (wanted.length !== parts.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((part, at) => {
      if (!part.startsWith('$')) return part === parts[at]
      const value = decoded(parts[at]!)
      if (value !== undefined) params[part.slice(1)] = value
      return value !== undefined
    })
    if (fits) return { path, params }
  }
  return undefined
}

/** Undefined for what no browser would have encoded: an address can be mistyped. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

export function addressOf<P extends Path>({ to, params }: Place<P>): string {
  return to.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent((params as Record<string, string> | undefined)?.[name] ?? ''))
}
