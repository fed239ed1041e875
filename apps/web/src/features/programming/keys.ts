/** What the answers about programs are remembered under. */
export const PROGRAMS = ['programs']
export const programKey = (id: string) => [...PROGRAMS, id]
/** How the lifter trains, as programs ask. */
export const PROFILE = ['profile']
/** Well-known programs change with the server's version and no sooner. */
export const SCHEMES = ['schemes']
