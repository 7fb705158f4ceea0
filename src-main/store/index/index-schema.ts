import { TELEMETRY_TABLES } from './telemetry-tables'
import { TIMELINE_TABLES } from './timeline-tables'

/** To be raised with every change of the tables: an index of another version is thrown away and made again. */
export const INDEX_VERSION = 5

/** How far each source was read, under a name of the reader's choice; values are JSON. */
const PROGRESS_TABLE = `
CREATE TABLE progress (source TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
`

export const INDEX_SCHEMA = PROGRESS_TABLE + TIMELINE_TABLES + TELEMETRY_TABLES
