const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Why faults are not sent to this address; undefined where they are. As everywhere: https, or this very machine. */
export function dsnRefusal(dsn: string): string | undefined {
  if (!URL.canParse(dsn)) return 'is https://KEY@HOST/PROJECT'
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(dsn)
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.includes(hostname))) return 'is https (http only on this machine)'
  if (password !== '') return 'holds a second key, which is not to be given away: leave it out'
  const isWhole = /^\w+$/.test(username) && /^(\/[\w.-]+)*\/\d+$/.test(pathname) && search === '' && hash === ''
  return isWhole ? undefined : 'is https://KEY@HOST/PROJECT, with a number for the project'
}
