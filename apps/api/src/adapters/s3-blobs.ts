import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { Instant } from '@gymgenius/domain'
import { type BlobKey, type BlobStore, isBlobKey, type KeptBlob, type Shelf } from '../platform/ports/blobs.ts'

export interface S3Settings {
  /** The server, the bucket and, where several share it, a prefix: https://s3.example/bucket/prefix */
  readonly url: string
  readonly keyId: string
  readonly secretKey: string
  readonly region: string
}

const CONNECT_MS = 2000
const ANSWER_MS = 10_000
const TRIES = 2

/** Blobs as objects of a bucket, in anything that speaks S3. */
export function s3Blobs({ url, keyId, secretKey, region }: S3Settings, answerMs = ANSWER_MS): BlobStore {
  const { origin, pathname } = new URL(url)
  const [bucket, ...folders] = pathname.split('/').filter((part) => part !== '') as [string, ...string[]]
  const prefix = folders.map((folder) => `${folder}/`).join('')
  const s3 = new S3Client({
    endpoint: origin,
    forcePathStyle: true,
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secretKey },
    maxAttempts: TRIES,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: answerMs, throwOnRequestTimeout: true },
    // Newer checksums are not understood by every server, and some then keep them as part of the body; we have our own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  let isUp = true
  let isLookingAgain = false

  const named = (key: BlobKey) => {
    if (!isBlobKey(key)) throw new TypeError('not a key of a blob')
    return { Bucket: bucket, Key: prefix + key }
  }

  /** One question with an end, whatever the other side does: it may also stop in the middle of a body. */
  async function asked<T>(question: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    const patience = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`no answer within ${answerMs} ms`))
        patience.abort()
      }, answerMs)
    })
    try {
      const answer = await Promise.race([question(patience.signal), late])
      isUp = true
      return answer
    } catch (error) {
      isUp = false
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    kind: 's3',
    put: async (key, bytes) => {
      await asked((abortSignal) =>
        s3.send(new PutObjectCommand({ ...named(key), Body: bytes, ContentLength: bytes.length }), { abortSignal }),
      )
    },
    get: (key) =>
      asked(async (abortSignal) => {
        const object = await s3.send(new GetObjectCommand(named(key)), { abortSignal }).catch(absent)
        return object?.Body?.transformToByteArray()
      }),
    remove: async (key) => {
      await asked((abortSignal) => s3.send(new DeleteObjectCommand(named(key)), { abortSignal }))
    },
    list: async function* (shelf: Shelf): AsyncGenerator<KeptBlob> {
      let after: string | undefined
      do {
        const page = await asked((abortSignal) =>
          s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: `${prefix}${shelf}/`, ContinuationToken: after }), { abortSignal }),
        )
        for (const { Key, LastModified } of page.Contents ?? []) {
          const key = Key?.slice(prefix.length) ?? ''
          if (isBlobKey(key) && LastModified !== undefined) yield { key, keptAt: LastModified.getTime() as Instant }
        }
        after = page.IsTruncated === true ? page.NextContinuationToken : undefined
      } while (after !== undefined)
    },
    isUp: () => {
      if (!isUp && !isLookingAgain) {
        isLookingAgain = true
        const nothing = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 })
        asked((abortSignal) => s3.send(nothing, { abortSignal })).then(
          () => (isLookingAgain = false),
          () => (isLookingAgain = false),
        )
      }
      return isUp
    },
    close: () => s3.destroy(),
  }
}

function absent(error: unknown): undefined {
  if (!(error instanceof NoSuchKey)) throw error
}
