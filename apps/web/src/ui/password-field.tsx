import { Field } from './field.tsx'

const MIN_LENGTH = 10
const hint = 'At least 10 characters. A few words you can remember are best.'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** A password to be made, not one that is known: says what is asked of it, and lets the browser propose one. */
  readonly isNew?: boolean
}

export const PasswordField = ({ label, value, onChange, isNew = false }: Props) => (
  <Field
    label={label}
    type="password"
    required
    autoComplete={isNew ? 'new-password' : 'current-password'}
    {...(isNew && { minLength: MIN_LENGTH, hint })}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)
