/** What the index keeps of session events. */
export const TIMELINE_TABLES = ''
