import { PICTURE_LIMITS, Problem } from '@gymgenius/contracts'
import sharp from 'sharp'

const SIDE = 320
const QUALITY = 80
const LONGEST_SECONDS = 10

// Of all that libvips can read, what people send; documents and drawings, which can ask for things, are not among it.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.cache(false)

/** One at a time in a process: a picture of 50 megapixels takes 150 MB while it is read. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * The middle of a picture as a small square WebP. It is read and written anew, so that nothing comes through that was beside or
 * behind its pixels: place and time of the shot, a thumbnail, a script.
 */
export async function squareWebp(sent: Uint8Array): Promise<Uint8Array> {
  if (!isPicture(sent)) throw new Problem('pictures.unreadable')
  const mine = turn.then(() => squared(sent))
  turn = mine.catch(() => {})
  return mine
}

async function squared(sent: Uint8Array): Promise<Uint8Array> {
  const options = { limitInputPixels: false, failOn: 'error', sequentialRead: true } as const
  const { width, height } = await sharp(sent, options).metadata().catch(unreadable)
  if (width * height > PICTURE_LIMITS.pixels) throw new Problem('pictures.too_large', { limit: 'pixels', allowed: PICTURE_LIMITS.pixels })
  return sharp(sent, { ...options, limitInputPixels: PICTURE_LIMITS.pixels })
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'cover' })
    .webp({ quality: QUALITY })
    .toBuffer()
    .catch(unreadable)
}

function unreadable(cause: unknown): never {
  throw new Problem('pictures.unreadable', {}, { cause })
}

/** By how its bytes begin; what a sender calls it says nothing. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return head.startsWith('\xFF\xD8\xFF') || head.startsWith('\x89PNG\r\n\x1A\n') || (head.startsWith('RIFF') && head.endsWith('WEBP'))
}
