import type { SampleMission } from './sample-mission'

/** Sprint 1, finished: the timetable everything else stands on. */
export const SPRINT_ONE: readonly SampleMission[] = [
  {
    id: 'F1.1',
    name: 'Survey the five operators and their timetable formats',
    description:
      'Collect one season of timetables from every operator and describe how each encodes days and exceptions.',
    deliverables: ['docs/operators.md'],
    outcome: 'Five operators, four formats. Two encode school holidays as prose; both agreed to send a list instead.',
    pattern: 'delegation',
  },
  {
    id: 'F1.2',
    name: 'Model sailings, calls and service days',
    description: 'One model that can say "Mondays to Thursdays, not on 26 May, from the north pier".',
    successCriteria: ['Every sailing of the survey fits without a special case'],
    outcome: 'Service days are a calendar plus exceptions. 1,142 of 1,142 surveyed sailings fit.',
  },
  {
    id: 'F1.3',
    name: 'Import the Norrsund timetable',
    description: 'Norrsund sends a spreadsheet with merged cells; read it without anybody editing it first.',
    outcome:
      'Imported in 0.4 s. Merged header cells are resolved by position; a changed layout stops the import with the cell named.',
  },
  {
    id: 'F1.4',
    name: 'Import the Skärbo and Vikhamn timetables',
    description: 'Both publish a fixed-width text file by mail.',
    outcome: 'One reader for both; the only difference is the code page.',
  },
  {
    id: 'F1.5',
    name: 'Import the Östervik calendar feed',
    description: 'Östervik publishes sailings as calendar events, one per departure.',
    outcome: '18,300 events fold into 214 sailings. Folding is exact: unfolding gives the feed back byte for byte.',
    pattern: 'rsip',
  },
  {
    id: 'F1.6',
    name: 'Answer "when does the next ferry leave?"',
    description: 'Next departures from a pier at a time, across midnight and across a clock change.',
    successCriteria: ['Correct on both clock-change nights', 'Under 5 ms for a pier with four operators'],
    outcome: '1.3 ms at the 99th percentile. The night of the autumn change lists 02:30 twice, marked A and B.',
  },
  {
    id: 'F1.7',
    name: 'Find connections with one change',
    description: 'Island to island with at most one change and at least eight minutes on the pier.',
    outcome:
      'Works for all 62 pairs that have such a connection. Eight minutes is per pier, since Vikhamn needs twelve.',
  },
  {
    id: 'F1.8',
    name: 'Draw the network map',
    description: 'A schematic map that stays readable on a phone, drawn from the data.',
    outcome: 'Straight lines at multiples of 45°, labels never overlap; 31 kB.',
    pattern: 'rsip',
  },
  {
    id: 'F1.9',
    name: 'Publish the timetable as a static site',
    description: 'One page per pier, readable without a script, rebuilt when a timetable changes.',
    outcome: '41 pages, 9 s to rebuild, 14 kB for the largest.',
  },
  {
    id: 'F1.10',
    name: 'Print view for the notice boards',
    description: 'Every pier has an A3 board. Skippers pin the sheet themselves.',
    outcome: 'One sheet for each pier and season, checked on the printer in Skärbo.',
  },
  {
    id: 'F1.11',
    name: 'Check imports every night and say what changed',
    description: 'A short report of added, moved and removed sailings for the person who answers the phone.',
    outcome: 'Mail at 05:30 only when something changed; eleven lines on the longest day so far.',
  },
  {
    id: 'F1.12',
    name: 'Accessibility pass over the timetable pages',
    description: 'Tables that a screen reader reads in a sensible order, contrast, keyboard.',
    outcome: 'No serious finding left. Departure tables have one row per sailing, not per pier.',
  },
  {
    id: 'F1.13',
    name: 'Load test with the midsummer weekend of last year',
    description: 'Replay the 38,000 visits of the busiest hour.',
    outcome: 'p95 41 ms at twice the load; the server was idle most of the time.',
  },
  {
    id: 'F1.14',
    name: 'Hand the timetable over to the office',
    description: 'Two afternoons with the office in Norrsund and a page of instructions.',
    outcome: 'Done in one afternoon. They changed a timetable alone on the second try.',
  },
  {
    id: 'F1.15',
    name: 'Publish the timetable as open data',
    description: 'In the format that travel planners read, with a licence that lets them.',
    outcome: 'Three planners picked it up within a week without being asked.',
  },
]
