import { type Described, describe, DESCRIPTION_VERSION, DIMENSIONS, library, normalised } from '@gymgenius/catalog'
import { z } from 'zod'
import type { EmbedderPort } from '../platform/ports/embedder.ts'

/** Somebody is waiting for the answer to a question; nobody is for the vectors of the library. */
const QUESTION_MS = 1500
const BATCH_MS = 60_000
const TEXTS_AT_ONCE = 32
/** 32 vectors of 768 numbers take some 500 KB. */
const MOST_BYTES = 8_000_000

export interface HttpEmbedderOptions {
  /** Where the server is; no other address is ever called, redirects are not followed. */
  readonly url: string
  readonly model: string
  readonly speaks: 'ollama' | 'openai'
  readonly key?: string
  readonly questionMs?: number
}

/** Thrown where the server of embeddings does not answer in time, or not with vectors. */
export class EmbedderAway extends Error {
  override readonly name = 'EmbedderAway'
}

/** A model behind HTTP: Ollama, or anything that speaks OpenAI's protocol for embeddings. */
export function httpEmbedder({ url, model, speaks, key, questionMs = QUESTION_MS }: HttpEmbedderOptions): EmbedderPort {
  const dialect = dialects[speaks]
  const address = `${url.replace(/\/+$/, '')}${dialect.path}`

  async function embed(texts: readonly string[], milliseconds: number): Promise<Float32Array[]> {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(dialect.body(model, texts)),
      redirect: 'error',
      signal: AbortSignal.timeout(milliseconds),
    }).catch((cause: unknown) => {
      throw new EmbedderAway('The server of embeddings does not answer', { cause })
    })
    const text = await bodyOf(reply)
    if (!reply.ok) throw new EmbedderAway(`The server of embeddings answered ${reply.status}`)
    const vectors = dialect.vectors(parsed(text))
    if (vectors === undefined || vectors.length !== texts.length) throw new EmbedderAway('The server of embeddings answered something else')
    return vectors.map(padded)
  }

  return {
    kind: 'model',
    space: () => `${speaks}:${model}:${DESCRIPTION_VERSION}:${library().detailsHash}`,
    movements: async (movements: readonly Described[]) => {
      const vectors: Float32Array[] = []
      for (let at = 0; at < movements.length; at += TEXTS_AT_ONCE)
        vectors.push(...(await embed(movements.slice(at, at + TEXTS_AT_ONCE).map(describe), BATCH_MS)))
      return vectors
    },
    question: async (text) => (await embed([text], questionMs))[0]!,
  }
}

const Vector = z.array(z.number()).min(1)
const dialects = {
  ollama: {
    path: '/api/embed',
    body: (model: string, input: readonly string[]) => ({ model, input }),
    vectors: (reply: unknown) => z.object({ embeddings: z.array(Vector) }).safeParse(reply).data?.embeddings,
  },
  openai: {
    path: '/embeddings',
    // Models that can give fewer numbers than they have are asked to; others refuse the field.
    body: (model: string, input: readonly string[]) => ({
      model,
      input,
      ...(model.startsWith('text-embedding-3') ? { dimensions: DIMENSIONS } : {}),
    }),
    vectors: (reply: unknown) =>
      z
        .object({ data: z.array(z.object({ index: z.int(), embedding: Vector })) })
        .safeParse(reply)
        .data?.data.toSorted((a, b) => a.index - b.index)
        .map(({ embedding }) => embedding),
  },
} as const

/** Shorter vectors are filled with zeros, which changes no cosine; longer ones cannot be cut without changing what they mean. */
function padded(numbers: readonly number[]): Float32Array {
  if (numbers.length > DIMENSIONS)
    throw new EmbedderAway(`The model gives ${numbers.length} numbers, and at most ${DIMENSIONS} can be kept: choose another`)
  const vector = new Float32Array(DIMENSIONS)
  vector.set(numbers)
  return normalised(vector)
}

async function bodyOf(reply: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of reply.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > MOST_BYTES) throw new EmbedderAway('The server of embeddings says too much')
    }
  } catch (cause) {
    throw cause instanceof EmbedderAway ? cause : new EmbedderAway('The server of embeddings stopped in the middle', { cause })
  }
  return text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
