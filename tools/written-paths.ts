import type { Endpoint } from '@gymgenius/contracts'

/** The paths that the designs were written with, by what they are about. `…` stands for everything below. */
export const writtenPaths: Readonly<Record<string, readonly string[]>> = {
  'Signing in': [
    '/v1/login',
    '/auth/register',
    '/auth/login',
    '/auth/refresh',
    '/auth/logout',
    '/auth/2fa/enable',
    '/auth/2fa/verify',
    '/auth/2fa/challenge',
    '/auth/2fa/disable',
  ],
  Logging: ['/v1/sets', '/log', '/event', '/logs/workouts', '/logs/custom', '/logs/soreness', '/logs/recovery'],
  Activities: ['/activities', '/activities/definitions'],
  Advice: ['/v1/recommendation', '/recommend', '/progress', '/v1/analytics/volume'],
  Planning: ['/v1/plan/compile', '/programs…', '/days/{date}/plan', '/days/{date}/adapt', '/days/{date}/adapt/stream'],
  Library: ['/movements…', '/circuits…', '/favorites/…'],
  Settings: ['/settings', '/settings/profile', '/configs', '/configs/{name}/active', '/scoring/config…', '/scoring/metrics…'],
  Administration: [
    '/admin/errors',
    '/admin/errors/summary',
    '/admin/audit-logs',
    '/admin/metrics',
    '/admin/seed',
    '/health',
    '/health/llm',
    '/health/database',
  ],
}

/** The endpoints that answer a written path, under its own name or another. */
export function answering(endpoints: readonly Endpoint[], written: string): readonly Endpoint[] {
  const isBelow = written.endsWith('…')
  const start = written.replace(/\/?…$/, '')
  return endpoints.filter(({ path, aliases = [] }) =>
    [path, ...aliases].some((each) => each === start || (isBelow && each.startsWith(`${start}/`))),
  )
}
