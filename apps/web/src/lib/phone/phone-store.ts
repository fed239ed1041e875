import { openDB, type DBSchema } from 'idb'

/**
 * What a browser would keep for us: where the server is, and the refresh token, which no cookie carries here. In the app's own folder,
 * which no other app can read, and which Android's backups leave out. Workers read it too, so it is not in `localStorage`.
 */
interface Kept extends DBSchema {
  readonly kept: { key: string; value: string }
}

const opened = openDB<Kept>('gymgenius-phone', 1, { upgrade: (database) => void database.createObjectStore('kept') })

export const keptServer = async () => (await opened).get('kept', 'server')
export const keptRefreshToken = async () => (await opened).get('kept', 'refreshToken')

/** Resolves when it is on the disk: a token that is used and then lost ends the sign-in. */
export async function keepRefreshToken(token: string) {
  const writing = (await opened).transaction('kept', 'readwrite', { durability: 'strict' })
  await Promise.all([writing.store.put(token, 'refreshToken'), writing.done])
}

export const forgetRefreshToken = async () => (await opened).delete('kept', 'refreshToken')

/** Another server is another house: no token of the last one is ever shown there. */
export async function keepServer(address: string) {
  const writing = (await opened).transaction('kept', 'readwrite', { durability: 'strict' })
  await Promise.all([writing.store.put(address, 'server'), writing.store.delete('refreshToken'), writing.done])
}
