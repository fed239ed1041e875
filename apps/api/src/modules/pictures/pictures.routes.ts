import { getPicture, invalidRequest, listPictures, PICTURE_LIMITS, Problem, removePicture, setPicture } from '@gymgenius/contracts'
import { type App, type FastifyReply, type FastifyRequest, serve } from '../../platform/http.ts'
import { listMine, type PictureFile, remove, seeMine, set } from './pictures.service.ts'

/** Files are read and written between units: none waits for a store. */
const own = { unit: 'own' } as const

export function pictureRoutes(app: App) {
  serve(app, listPictures, ({ ctx, actor }) => listMine(ctx, actor))
  serve(app, setPicture, async ({ ctx, actor, request }) => set(ctx, actor, await fileIn(request)), own)
  serve(
    app,
    getPicture,
    async ({ ctx, actor, params, request, reply }) => sendPicture(request, reply, await seeMine(ctx, actor, params.id)),
    own,
  )
  serve(app, removePicture, ({ ctx, actor, params }) => remove(ctx, actor, params.id))
}

/** A picture and nothing else, whatever is in its bytes; asked for again each time, and sent again only if it is another one. */
export function sendPicture(request: FastifyRequest, reply: FastifyReply, { bytes, sha256 }: PictureFile) {
  const etag = `"${sha256}"`
  reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline; filename="picture.webp"',
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type('image/webp').send(Buffer.from(bytes))
}

async function fileIn(request: FastifyRequest): Promise<Uint8Array> {
  let file: Uint8Array | undefined
  for await (const part of request.parts({ limits: { fileSize: PICTURE_LIMITS.bytes } })) {
    if (part.type !== 'file' || part.fieldname !== 'file')
      throw invalidRequest({ pointer: `/${part.fieldname}`, code: 'unknown_field', message: 'There is no such field' })
    file = await part.toBuffer().catch((error: { readonly code?: string }) => {
      if (error.code === 'FST_REQ_FILE_TOO_LARGE')
        throw new Problem('pictures.too_large', { limit: 'bytes', allowed: PICTURE_LIMITS.bytes })
      throw error
    })
  }
  if (file === undefined)
    throw invalidRequest({ pointer: '/file', code: 'required', message: 'Send the picture as a form field named file' })
  return file
}
