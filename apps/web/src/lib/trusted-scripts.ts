interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown
}

/**
 * Where the server demands trusted types, a script may be named only through a policy: this one lets workers and the
 * service worker of our own origin through and nothing else.
 */
export function trustOwnScripts() {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.origin).origin !== location.origin) throw new TypeError(`${url} is not ours`)
      return url
    },
  })
}
