import { desk0001 } from './desk/0001-audit-log'
import { desk0002 } from './desk/0002-snoozes'
import { desk0003 } from './desk/0003-snapshot-archive'
import { desk0004 } from './desk/0004-file-views'
import { desk0005 } from './desk/0005-benchmarks'
import { desk0006 } from './desk/0006-dismissals'
import { store0001 } from './store/0001-store'

/**
 * Migrations in order; the number of those applied is the file's `user_version`. They are text in the program itself,
 * so the window, the command line and the tests always carry the same ones. A published migration never changes.
 */
export const storeMigrations: readonly string[] = [store0001]
export const deskMigrations: readonly string[] = [desk0001, desk0002, desk0003, desk0004, desk0005, desk0006]
/** The desk database's version from which on it can hold snoozes. */
export const SNOOZES_SINCE = 2
/** The desk database's version from which on it can hold archived snapshots. */
export const ARCHIVE_SINCE = 3
/** The desk database's version from which on it can hold benchmark runs. */
export const BENCHMARKS_SINCE = 5
/** The desk database's version from which on it can hold dismissals. */
export const DISMISSALS_SINCE = 6
