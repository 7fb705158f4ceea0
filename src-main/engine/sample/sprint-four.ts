import type { SampleMission } from './sample-mission'

/** Sprint 4, planned: other people build on it, and everybody hears of it. */
export const SPRINT_FOUR: readonly SampleMission[] = [
  {
    id: 'F4.1',
    name: 'Describe the public timetable API',
    description: 'What travel planners ask for, with examples, before a line of code.',
    deliverables: ['docs/api.md'],
  },
  {
    id: 'F4.2',
    name: 'Serve departures and connections over the API',
    description: 'Read-only, cached, and as fast as the pages.',
    successCriteria: ['p95 under 50 ms', 'The same answers as the pages'],
  },
  {
    id: 'F4.3',
    name: 'Serve live delays over the API',
    description: 'As a stream, with a way to catch up after a gap.',
  },
  {
    id: 'F4.4',
    name: 'Keys and fair limits for partners',
    description: 'One page to get a key, one number that is the limit.',
  },
  {
    id: 'F4.5',
    name: 'Sell tickets through the regional planner',
    description: 'The planner shows our sailings already; let it sell them.',
    successCriteria: ['A ticket sold there scans like any other'],
  },
  {
    id: 'F4.6',
    name: 'Write the partner guide',
    description: 'From the first request to the first ticket in an afternoon.',
  },
  { id: 'F4.7', name: 'Penetration test before launch', description: 'By somebody who has not seen the code.' },
  { id: 'F4.8', name: 'Status page that tells the truth', description: 'Fed by the same checks that wake us up.' },
  {
    id: 'F4.9',
    name: 'Plan the launch week with the five operators',
    description: 'Who answers which phone, and what we say when.',
  },
  { id: 'F4.10', name: 'Launch', description: 'On a Tuesday, with everybody awake.' },
  { id: 'F4.11', name: 'Thank the forty people who tested', description: 'By letter, with a day ticket.' },
]
