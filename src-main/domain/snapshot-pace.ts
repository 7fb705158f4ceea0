/** The newest snapshots of each context that stay in the store as plain rows, for every program to read. */
export const PLAIN_SNAPSHOTS = 8

/** Who writes our snapshots, as their `source`; rows with any other are somebody else's. */
export const OWN_SOURCES = [
  'mission_runtime',
  'context_set',
  'before_change',
  'add_decision',
  'add_constraint',
  'restored',
  'undo',
] as const

/** About how many bytes of plain rows come together between two moves. */
const BYTES_BETWEEN = 512 * 1024
const SHORTEST = 16
const LONGEST = 128

/**
 * Whether older snapshots are to be moved to the archive after the one of this id was written: once in a while, the more
 * seldom the smaller the texts are. It needs no memory, so programs that write in turns keep it together.
 */
export function archiveIsDue(id: number, bytes: number): boolean {
  const wanted = BYTES_BETWEEN / Math.max(bytes, 1)
  const power = 2 ** Math.floor(Math.log2(wanted))
  // In steps, so that texts of about one length agree.
  const stride = Math.min(LONGEST, Math.max(SHORTEST, wanted < 1.5 * power ? power : 1.5 * power))
  return id % stride === 0
}
