import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A door on a road: what comes to it waits until it is opened. */
function aDoor() {
  let door = Promise.withResolvers<void>()
  return {
    shut: () => void (door = Promise.withResolvers<void>()),
    open: () => door.resolve(),
    passed: () => door.promise,
  }
}

/**
 * A road to the product on which what is sent to one address can be held: its body on the way there, its answer on the way back.
 * A browser that is told of a held request by the test itself sends nothing, and so has nothing to tell.
 */
export async function openRoad(port: number, isHeld: (path: string) => boolean) {
  const [there, back] = [aDoor(), aDoor()]
  let isBroken = false
  const server = createServer(async (request, reply) => {
    const held = request.method === 'POST' && isHeld(request.url ?? '')
    if (held && isBroken) return void request.socket.destroy()
    const { method, url, headers } = request
    const onward = ask({ host: 'localhost', port, method, path: url, headers }, async (answer) => {
      if (held) await back.passed()
      reply.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(reply)
    })
    onward.on('error', () => reply.destroy())
    request.on('error', () => onward.destroy())
    if (held) await there.passed()
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    there,
    back,
    /** Until it is mended nothing that would be held goes through; a browser tries a second time by itself. */
    breaks: () => {
      isBroken = true
      server.closeAllConnections()
    },
    mends: () => void (isBroken = false),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
