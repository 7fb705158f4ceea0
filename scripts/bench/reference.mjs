// What the reference program takes, from section 11 of its description (CMOS.md, read in November 2026; its commit 41d5da7,
// Python 3.11.2, the same machine). Milliseconds of wall time (medians) and MiB of peak memory, on 20 missions and 10,000.
export const REFERENCE = {
  commands: {
    'mission status': { small: [52, 23.2], big: [60, 24.3] },
    'mission start': { small: [57, 23.2], big: [69, 25.2] },
    'mission complete': { small: [57, 23.1], big: [72, 26.3] },
    'mission update': { small: [62, 23.2], big: [3926, 127] },
    'db show current': { small: [54, 23.0], big: [67, 24.3] },
    'db show backlog': { small: [55, 23.0], big: [150, 52] },
    'db export backlog': { small: [61, 23.3], big: [3665, 128] },
    'research export': { small: [61, 23.0], big: [73, 24.0] },
    seed: { small: [67, 20.9], big: [7761, 199] },
  },
  /** Start and complete in one process, cycles per second: on a disk, and in memory. */
  cycles: { disk: 270, memory: 464 },
  /** Bytes by which a store grows with each cycle; it keeps no history of its contexts. */
  growth: { small: 594, big: 942 },
  /** What a bare Node took while those were measured: with it, figures of a busy or a slower machine can be compared. */
  bareNode: 21,
}

/** No command may take longer than this share of the reference's time. */
export const SHARE = 0.75
/** How many times faster the ones have to be that take seconds there. */
export const TIMES_FASTER = 20
export const CYCLES_PER_SECOND = 1_000
export const GROWTH_LIMIT = 2_048
