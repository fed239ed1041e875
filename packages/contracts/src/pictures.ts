import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, idOf, isoInstant, listOf, nothing } from './scalars.ts'

/** A picture of a lifter: square, made anew from what was sent, without what cameras write beside it. */
export const Picture = z.strictObject({ id: idOf<'picture'>(), setAt: isoInstant })
export type Picture = z.infer<typeof Picture>

/** What a picture sent may be at most. */
export const PICTURE_LIMITS = { bytes: 12_582_912, pixels: 50_000_000 } as const

export const fileProblems = ['server.files_unavailable', 'server.file_damaged'] as const

export const listPictures = endpoint({
  name: 'pictures.list',
  method: 'GET',
  path: '/v1/me/pictures',
  summary: 'The picture I have set, if I have',
  access: 'athlete',
  reply: listOf(Picture),
  problems: [],
})

export const setPicture = endpoint({
  name: 'pictures.set',
  method: 'POST',
  path: '/v1/me/pictures',
  summary:
    'Set my picture (multipart: file, a JPEG, PNG or WebP) in the place of the one before; trainers who may see something see it too',
  access: 'athlete',
  form: z.strictObject({}),
  reply: Picture,
  status: 201,
  repeatsSafely: true,
  problems: ['pictures.unreadable', 'pictures.too_large', 'server.files_unavailable'],
})

export const getPicture = endpoint({
  name: 'pictures.get',
  method: 'GET',
  path: '/v1/me/pictures/{id}',
  summary: 'My picture as WebP',
  access: 'athlete',
  params: byId<'picture'>(),
  reply: z.unknown(),
  replyTypes: ['image/webp'],
  problems: ['pictures.not_found', ...fileProblems],
})

export const removePicture = endpoint({
  name: 'pictures.remove',
  method: 'DELETE',
  path: '/v1/me/pictures/{id}',
  summary: 'Remove my picture',
  access: 'athlete',
  params: byId<'picture'>(),
  reply: nothing,
  status: 204,
  problems: ['pictures.not_found'],
})
