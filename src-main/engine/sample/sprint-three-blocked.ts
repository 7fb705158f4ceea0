import type { SampleBlock, SampleMission } from './sample-mission'

/** Sprint 3: what is stuck, one mission for each kind of block, and why. */
export const SPRINT_THREE_BLOCKED: readonly (SampleMission & { readonly block: SampleBlock })[] = [
  {
    id: 'F3.11',
    name: 'Send notices as text messages',
    description: 'A third of the islanders have no mail on their phone.',
    successCriteria: ['Arrives within 30 s', 'Costs stay under the monthly limit'],
    block: {
      kind: 'person',
      said: 'Sender built and tested against the gateway’s sandbox; the live account waits for a contract.',
      reason: 'The gateway contract needs a signature and a limit; I must not choose either.',
      needs: [
        'Sign the data processing agreement with the gateway',
        'Decide the monthly message budget (I expect 9,000 to 14,000 messages)',
        'Confirm the sender name FERRYLINE',
      ],
      met: ['Confirm the sender name FERRYLINE'],
      hoursAgo: 76,
      before: 1,
    },
  },
  {
    id: 'F3.12',
    name: 'Read harbour closures from the authority',
    description: 'Closures are published six hours ahead; passengers should hear of them before they pack.',
    successCriteria: ['A closure shows within five minutes of its publication'],
    block: {
      kind: 'access',
      said: 'Reader is done against the published examples; the live feed refuses me.',
      reason: 'The closure feed answers 401 for every key I have.',
      needs: ['Read key for the closure feed of the harbour authority'],
      hoursAgo: 29,
    },
  },
  {
    id: 'F3.13',
    name: 'Let the office correct a notice that went out',
    description: 'Send one correction to exactly the people who got the wrong notice.',
    block: {
      kind: 'mission',
      said: 'The form is done; I cannot tell yet who received the wrong notice.',
      reason: 'Needs the record of who received what.',
      needs: ['F3.7'],
      hoursAgo: 20,
    },
  },
  {
    id: 'F3.14',
    name: 'Show the boats on a live map',
    description: 'Positions every 20 s on the network map, without a tracker on the page.',
    block: {
      kind: 'transient',
      said: 'Map works for one boat; the feed closed on me after 60 requests.',
      reason: 'The position feed limits us to 60 requests an hour until midnight; I will try again after that.',
      needs: [],
      hoursAgo: 3,
      before: 2,
    },
  },
  {
    id: 'F3.15',
    name: 'Post disruptions to the islands’ chat groups',
    description: 'Every island has one, and everybody reads it.',
    block: {
      kind: 'mission',
      said: 'Texts and lengths fit the groups; nothing to post them with.',
      reason: 'Posting needs the chat bridge.',
      needs: ['F3.19'],
      hoursAgo: 52,
    },
  },
]

/** Dropped since, which is why F3.15 can never go on. */
export const SPRINT_THREE_DROPPED: SampleMission = {
  id: 'F3.19',
  name: 'Bridge to the chat groups',
  description: 'The chat service ended its interface for bots; dropped with the office’s agreement.',
}
