/** What was sent of all that is to be sent, in bytes. */
export interface Sent {
  readonly sent: number
  readonly of: number
}

/**
 * A `fetch` that tells how much of its body has been sent. A browser's own does not, and only some can stream a request: this one is
 * made of what all of them have. The answer is held as text.
 */
export const fetchTelling =
  (tell: (sent: Sent) => void): typeof fetch =>
  (input, { method = 'GET', headers, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason as Error)
      const request = new XMLHttpRequest()
      const brokeOff = () => reject(new TypeError('The request broke off'))
      request.open(method, input instanceof Request ? input.url : input)
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value)
      request.upload.addEventListener('progress', ({ loaded, total }) => tell({ sent: loaded, of: total }))
      request.addEventListener('load', () => resolve(answerOf(request)))
      request.addEventListener('error', brokeOff)
      request.addEventListener('timeout', brokeOff)
      request.addEventListener('abort', () => reject(signal?.reason as Error))
      signal?.addEventListener('abort', () => request.abort())
      request.send(body as XMLHttpRequestBodyInit | null | undefined)
    })

function answerOf(request: XMLHttpRequest): Response {
  const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' }
  return new Response(request.responseText === '' ? null : request.responseText, { status: request.status, headers })
}
