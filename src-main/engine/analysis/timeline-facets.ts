import type { TimelineFacets, TimelineFilter } from '../../domain/timeline/timeline'
import { askedNumbers, type Combination, countCombinations, wordsOf } from '../../store/index/count-timeline'
import { FACETS } from '../../store/index/timeline-rows'
import type { AnalysisScope } from './analysis-scope'
import { timelineProgress } from './feed-timeline'

const MOST_VALUES = 100
type Facet = (typeof FACETS)[number]

/** Values to filter by, the most frequent first. */
export function timelineFacets(scope: AnalysisScope, { filter }: { readonly filter: TimelineFilter }): TimelineFacets {
  const { reader } = scope.index
  const combinations = countCombinations(reader, filter)
  const asked = askedNumbers(reader, filter)
  const found = (facet: Facet) => {
    // A facet lists what could be chosen beside its own choice.
    const others = FACETS.filter((other) => other !== facet)
    const fits = (one: Combination) => others.every((other) => asked.get(other)?.includes(one[other]) ?? true)
    const counts = new Map<number, number>()
    for (const one of combinations) {
      if (one[facet] !== 0 && fits(one)) counts.set(one[facet], (counts.get(one[facet]) ?? 0) + one.count)
    }
    const words = wordsOf(reader, [...counts.keys()])
    return [...counts]
      .map(([number, count]) => ({ name: words.get(number) ?? '', count }))
      .sort((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1))
      .slice(0, MOST_VALUES)
  }
  return {
    agents: found('agent'),
    actions: found('action'),
    statuses: found('status'),
    indexing: timelineProgress(scope),
  }
}
