import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A wire that can be cut, slowed and silenced: stands between two who talk TCP. */
export interface FaultProxy {
  readonly port: number
  /** Cuts every connection there is; new ones go through. */
  cut(): void
  /** Cuts every connection, and refuses new ones until `mend`. */
  part(): void
  /** What the far end says arrives so much later, in its order; 0 is a wire as any other. */
  slow(ms: number): void
  /** Nothing that the far end says arrives until `mend`, and no connection ends. */
  silence(): void
  mend(): void
  close(): Promise<void>
}

export async function openFaultProxy(farPort: number, farHost = '127.0.0.1'): Promise<FaultProxy> {
  const sockets = new Set<Socket>()
  let isParted = false
  let lateMs = 0
  let mended = Promise.resolve()
  let breakSilence: (() => void) | undefined
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
  const sayLater = (far: Socket, near: Socket) => {
    let said = Promise.resolve()
    far.on('data', (piece) => {
      said = inTurn(() => near.write(piece), said, mended, ...(lateMs === 0 ? [] : [sleep(lateMs)]))
    })
    far.on('end', () => {
      said = inTurn(() => near.end(), said)
    })
  }
  const server = createServer((near) => {
    if (isParted) return void near.resetAndDestroy()
    const far = connect(farPort, farHost)
    keep(near, far)
    keep(far, near)
    near.pipe(far)
    sayLater(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    part: () => {
      isParted = true
      cut()
    },
    slow: (ms) => {
      lateMs = ms
    },
    silence: () => {
      mended = new Promise((resolve) => {
        breakSilence = resolve
      })
    },
    mend: () => {
      isParted = false
      breakSilence?.()
    },
    close: async () => {
      breakSilence?.()
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function inTurn(say: () => unknown, ...waits: readonly Promise<unknown>[]): Promise<void> {
  for (const wait of waits) await wait
  say()
}
