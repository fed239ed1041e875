import { lookup as resolve } from 'node:dns'
import { request as overHttp, type RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { PushRequest } from './web-push.ts'

const PATIENCE_MS = 10_000

/** Every address that is not one of the public internet (IANA's special-purpose registries). */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, bits, 'ipv4')

/** What is neither of the public half of IPv6 nor free of an older address inside it (6to4, Teredo, documentation). */
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')
const notQuite = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notQuite.addSubnet(network, bits, 'ipv6')

const isPublic = (address: string) =>
  isIP(address) === 4 ? !inside.check(address, 'ipv4') : publicV6.check(address, 'ipv6') && !notQuite.check(address, 'ipv6')

/** Whether a browser's word may make us call this address at all; what its name means is looked at when it is called. */
export function mayAsk(endpoint: string, isPrivateAllowed: boolean): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, username, password, port } = new URL(endpoint)
  if (username !== '' || password !== '' || !['https:', 'http:'].includes(protocol)) return false
  if (isPrivateAllowed) return true
  if (protocol !== 'https:' || port !== '') return false
  const address = hostname.replace(/^\[|\]$/g, '')
  return isIP(address) === 0 ? hostname.includes('.') : isPublic(address)
}

/** Sends it there and answers the status; follows nothing, reads nothing, and waits ten seconds at most. */
export function sendOut(endpoint: string, { headers, body }: PushRequest, isPrivateAllowed: boolean): Promise<number> {
  if (!mayAsk(endpoint, isPrivateAllowed)) return Promise.reject(new Error('pushes are not sent to this address'))
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
    signal: AbortSignal.timeout(PATIENCE_MS),
    agent: false, // a connection of its own, so that every one is looked up by us
    ...(isPrivateAllowed ? {} : { lookup: publicOnly }),
  }
  return new Promise((answered, failed) => {
    const send = endpoint.startsWith('https:') ? overHttps : overHttp
    const call = send(endpoint, options, (reply) => {
      answered(reply.statusCode ?? 0)
      reply.destroy()
    })
    call.on('error', failed)
    call.end(body)
  })
}

/** The connection goes to the very address that was judged: a name that means another one a moment later gains nothing. */
export const publicOnly: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, [])
    const outside = addresses.filter(({ address }) => isPublic(address))
    if (outside.length === 0) return done(new Error(`${hostname} is not an address of the internet`), [])
    if (options.all === true) return done(null, outside)
    done(null, outside[0]!.address, outside[0]!.family)
  })
}
