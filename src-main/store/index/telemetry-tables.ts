/** What the index keeps of telemetry events. */
export const TELEMETRY_TABLES = ''
