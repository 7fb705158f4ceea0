import type { MetricOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import { measureWords } from './metric-words'

/** Why the verdict is what it is, in a sentence. */
export function ruleSentence({ trend, unit, runs }: MetricOverview): string {
  const { verdict, certainty, band } = trend
  if (verdict === 'few') return `${runs} ${runs === 1 ? 'run is' : 'runs are'} too few: the rule needs five.`
  const within =
    band === null
      ? ''
      : ` Noise alone stays between ${measureWords(band.low, unit)} and ${measureWords(band.high, unit)}.`
  if (certainty === 'suspect')
    return `The newest run lies outside what noise explains; one run may still be chance.${within}`
  if (certainty === 'likely') return `The newest runs lie outside what noise explains, on the same side.${within}`
  if (certainty === 'confirmed') {
    return `At least four runs lie on a level that ranks apart from the one before (Mann–Whitney, corrected for every place tried), by 3 % or more.${within}`
  }
  return `No step stands out from how the runs scatter.${within}`
}

/** The statement of the rule, as docs/benchmarks.md has it. */
export const RULE: readonly { readonly name: string; readonly says: string }[] = [
  {
    name: 'Judged',
    says: 'are the newest 200 values of a metric, or those from its accepted baseline on. At least five are needed.',
  },
  {
    name: 'Steps',
    says: 'are found by binary segmentation: in each segment the split whose ranks differ most is a step when its two-sided Mann–Whitney p, multiplied by the number of splits tried, is at most 0.01, both sides hold at least 4 runs, and their medians differ by at least 3 % of the level. Ranks make outliers weigh no more than any other run.',
  },
  {
    name: 'The newest runs',
    says: 'too few for a level of their own, are held against the median of the level ± 3.5 deviations (1.4826 × the median absolute deviation), or ± 3 % where that is wider. One worse run outside is suspect, two or three in a row are likely; a single better one is luck until it lasts.',
  },
  {
    name: 'The verdict',
    says: 'compares the level at the end with the accepted baseline, or with the level before the last step. It is confirmed when a step began it, with 1 − p as its confidence. A confirmed regression stands until the level is accepted as the new baseline, the metric recovers, or somebody dismisses it; a dismissal holds until the next step.',
  },
  {
    name: 'Thresholds',
    says: 'are separate and know no noise: a limit is broken by the newest value on its worse side; an improvement by a newest value that is not better than the baseline by that share.',
  },
]
