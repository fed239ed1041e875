import { t } from '@lingui/core/macro'
import type { ServerFault } from '../../lib/phone/find-server.ts'

export const serverWords = {
  address: t`Address of your GymGenius`,
  hint: t`Whoever runs it for you knows it. You run it yourself? It is what your browser shows when you open it.`,
  go: t`Go on`,
  at: (host: string) => t`At ${host}`,
  other: t`Another server`,
  faults: {
    not_an_address: t`This is not an address. One looks like gym.example.com.`,
    not_https: t`The phone app speaks https only, so that nobody between you and your server reads along. Write https:// in front, or let your server offer it: gymgenius serve --tls auto.`,
    no_answer: t`Nobody answers there. Look at the address and the connection. A server with a certificate of its own must be trusted by this phone first.`,
    not_gymgenius: t`Something answers there, but it is no GymGenius, or one too old for this app.`,
  } satisfies Record<ServerFault, string>,
}
