import { BackupRefused } from '../platform/backup.ts'
import { ConfigurationFault } from '../platform/config.ts'
import { MigrationDrift } from '../platform/database.ts'
import { FolderInUse } from '../platform/lock.ts'
import { Usage } from './command.ts'

/** Exit codes, as sysexits.h names them. */
const EX_USAGE = 64
const EX_DATA = 65
const EX_UNAVAILABLE = 69
const EX_CONFIG = 78

/** Says what went wrong in the words of whoever runs the server; answers the exit code. */
export function explain(error: unknown): number {
  if (error instanceof Usage) {
    console.error(error.message)
    return EX_USAGE
  }
  if (error instanceof ConfigurationFault) {
    console.error(error.message)
    return EX_CONFIG
  }
  if (error instanceof FolderInUse) {
    console.error(error.message)
    return EX_UNAVAILABLE
  }
  if (error instanceof BackupRefused) {
    console.error(`${error.message} Nothing was changed.`)
    return EX_DATA
  }
  if (error instanceof MigrationDrift) {
    console.error(`The database does not fit this version of GymGenius: ${error.message}.`)
    return EX_DATA
  }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    console.error('That port is taken by another program. Choose another with --port.')
    return EX_UNAVAILABLE
  }
  if (isFromDatabase(error) && isUntouched(error)) {
    console.error('This database holds nothing of GymGenius yet. Start it once with gymgenius serve, or name another folder with --data.')
    return EX_DATA
  }
  if (isFromDatabase(error)) {
    console.error(`The database says: ${error.message}${hints[error.code ?? ''] ?? ''}`)
    return EX_UNAVAILABLE
  }
  console.error(error)
  return 1
}

/** A database that was never migrated has neither our roles nor our tables (42P01: no such table). */
const isUntouched = ({ message, code }: Error & { code?: string }) =>
  code === '42P01' || /^role "gymgenius_\w+" does not exist$/.test(message)

/** What to do about what a Postgres server says, by its code (SQLSTATE). */
const hints: Readonly<Record<string, string>> = {
  '42501':
    '\nThe first start makes three roles, for which the account of DATABASE_URL needs the right once: alter role NAME createrole' +
    '\nOr make them yourself: create role gymgenius_request; create role gymgenius_system; create role gymgenius_trainer; grant gymgenius_request, gymgenius_system, gymgenius_trainer to NAME',
  '3D000': '\nMake it first: create database NAME owner NAME',
  ECONNREFUSED: '\nIs the server of DATABASE_URL running?',
}

/** Postgres errors carry a severity, those of the connection a system call. */
const isFromDatabase = (error: unknown): error is Error & { code?: string } =>
  error instanceof Error && ('severity' in error || ('syscall' in error && error.syscall === 'connect'))
