/** The bridge that the system gives the window of the phone app, before any script of ours runs. */
const bridge = (globalThis as { readonly Capacitor?: { isNativePlatform(): boolean } }).Capacitor

/** Undefined on the web, where the API stands beside the app's files; '' in a phone app that was told no address yet. */
let server: string | undefined = bridge?.isNativePlatform() === true ? '' : undefined

/** Whether this is the phone app: its files came with it, its server is elsewhere, and no cookie reaches there. */
export const isPhoneApp = () => server !== undefined
export const serverAddress = () => server
/** Once at the start of a page or a worker. */
export const beginAt = (address: string | undefined) => void (server = address)
export const urlOf = (path: string) => (server ?? '') + path
