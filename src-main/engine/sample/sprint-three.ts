import type { SampleMission } from './sample-mission'

/** Sprint 3, running: what passengers hear when the weather does not follow the timetable. First what is done. */
export const SPRINT_THREE_DONE: readonly SampleMission[] = [
  {
    id: 'F3.1',
    name: 'Model disruptions: late, moved, cancelled, extra',
    description: 'Something that a skipper can report in ten seconds and that every screen can show.',
    successCriteria: ['Reports can be corrected, and the correction says so'],
    outcome: 'Four kinds and a free sentence. A correction keeps the first report and when it was believed.',
  },
  {
    id: 'F3.2',
    name: 'Let skippers report from the bridge',
    description: 'Three large buttons and a time; works with gloves and no network for ten minutes.',
    outcome: 'Reports queue on the phone and carry the time they were made, not the time they arrived.',
  },
  {
    id: 'F3.3',
    name: 'Show disruptions on the pier pages',
    description: 'Above the timetable, in words, with the time of the last report.',
    outcome: 'Appears 4 s after the report. An old report greys out instead of looking true.',
  },
  {
    id: 'F3.4',
    name: 'Predict delays from the position of the boats',
    description: 'The boats send their position every 20 s; say how late they will be.',
    successCriteria: ['Within three minutes for nine of ten arrivals'],
    outcome: 'Within three minutes for 93 % of 1,870 arrivals. Headwind matters more than we thought.',
    pattern: 'rsip',
  },
  {
    id: 'F3.5',
    name: 'Write the messages people get',
    description: 'Short, in three languages, never blaming the weather twice.',
    outcome: '24 sentences in three languages, read aloud to six passengers.',
    pattern: 'delegation',
  },
  {
    id: 'F3.6',
    name: 'Subscribe to a sailing or a pier',
    description: 'By ticket or by mail address, ending by itself.',
    outcome: 'A ticket subscribes its holder to its sailing until an hour after arrival.',
  },
  {
    id: 'F3.9',
    name: 'Refund cancelled sailings without being asked',
    description: 'Within an hour of the cancellation, once, with one message.',
    outcome: 'Uses the refund numbers of F2.7; replaying a storm day twice paid once.',
    pattern: 'boomerang',
  },
]

/** Sprint 3: what is under way or still waits for its turn. */
export const SPRINT_THREE_OPEN: readonly SampleMission[] = [
  {
    id: 'F3.7',
    name: 'Send 5,000 notices in a minute without sending one twice',
    description: 'When the last boat is cancelled everybody must know at once, and nobody twice.',
    successCriteria: ['5,000 notices in under 60 s', 'No duplicate when the sender is restarted'],
    deliverables: ['src/notices/sender', 'docs/runbooks/notices.md'],
    pattern: 'boomerang',
  },
  {
    id: 'F3.8',
    name: 'Show the delay on the boards at the piers',
    description: 'The boards take one line of 24 characters over a radio link that drops a tenth of all packets.',
    successCriteria: ['A board is never more than two minutes behind', 'A dead link says so on the board'],
  },
  {
    id: 'F3.10',
    name: 'Rehearse a storm day from start to end',
    description: 'Replay 14 January with real reports and see what every passenger would have received.',
    successCriteria: ['No passenger gets more than four messages', 'Every refund is explained'],
  },
  {
    id: 'F3.16',
    name: 'Tell the connecting bus when a boat is late',
    description: 'The bus waits up to six minutes if it knows in time.',
    successCriteria: ['The driver sees it before leaving the terminal'],
  },
  {
    id: 'F3.17',
    name: 'Quiet hours for messages',
    description: 'Nothing between 22:00 and 06:00 unless it concerns the next boat.',
  },
  {
    id: 'F3.18',
    name: 'Archive disruption reports by season',
    description: 'So that next winter’s timetable can be planned from them.',
  },
]
