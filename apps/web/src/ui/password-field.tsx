import { Field } from './field.tsx'
import { words } from './words.ts'

const MIN_LENGTH = 10

interface Props {
  readonly label: string
  /** What the server calls it, so that its faults are shown here. */
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** A password to be made, not one that is known: says what is asked of it, and lets the browser propose one. */
  readonly isNew?: boolean
}

export const PasswordField = ({ label, name, value, onChange, isNew = false }: Props) => (
  <Field
    label={label}
    name={name}
    type="password"
    required
    autoComplete={isNew ? 'new-password' : 'current-password'}
    {...(isNew && { minLength: MIN_LENGTH, hint: words.passwordHint })}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)
