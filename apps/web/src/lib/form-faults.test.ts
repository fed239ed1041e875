import { expect, test } from 'vitest'
import { formFaults } from './form-faults.ts'
import { Problem } from './problem.ts'
import { Unreachable } from './unreachable.ts'

const invalid = (...errors: object[]) => new Problem('request.invalid', 'The request does not fit its schema', { errors })

test('a fault stands at its field, one of a field that the form does not show is told beside them', () => {
  const error = invalid(
    { pointer: '/email', code: 'too_long', message: 'At most 64 characters before the @' },
    { pointer: '/deviceName', code: 'too_long', message: 'At most 100 characters' },
  )
  expect(formFaults(error, new Set(['email', 'password']))).toEqual({
    atFields: { email: 'Is too long.' },
    elsewhere: 'deviceName: Is too long.',
  })
})

test('where every fault has its field nothing is said twice', () => {
  const error = invalid({ pointer: '/newPassword', code: 'known_password', message: 'Choose another' })
  expect(formFaults(error, new Set(['newPassword']))).toMatchObject({ elsewhere: undefined })
})

test('what is wrong with no field is told as before', () => {
  expect(formFaults(new Problem('auth.email_taken', 'An account with this e-mail exists'), new Set(['email']))).toEqual({
    atFields: {},
    elsewhere: 'An account with this e-mail exists.',
  })
  expect(formFaults(new Unreachable(new Error('no network')), new Set(['email'])).atFields).toEqual({})
})
