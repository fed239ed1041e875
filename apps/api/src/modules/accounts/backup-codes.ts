import { createHash } from 'node:crypto'
import type { AccountId } from '@gymgenius/domain'
import { Secret } from 'otpauth'

const CODES = 10
/** 80 bits: sixteen letters and digits of Base32, in four groups. */
const CODE_BYTES = 10

/** Ten codes as their owner reads them. */
export const newBackupCodes = (secretBytes: (count: number) => Uint8Array): string[] =>
  Array.from({ length: CODES }, () =>
    new Secret({ buffer: secretBytes(CODE_BYTES).slice().buffer }).base32.match(/.{4}/g)!.join('-').toLowerCase(),
  )

/** How a code is kept: it cannot be guessed, and two accounts never share a row. */
export const hashOfCode = (accountId: AccountId, code: string): string =>
  createHash('sha256')
    .update(`${accountId} ${plain(code)}`)
    .digest('base64url')

/** Whether something could be a backup code at all. */
export const looksLikeBackupCode = (code: string): boolean => /^[a-z2-7]{16}$/.test(plain(code))

const plain = (code: string) => code.replaceAll(/[\s-]/g, '').toLowerCase()
