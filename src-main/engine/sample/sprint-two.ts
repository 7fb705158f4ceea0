import type { SampleMission } from './sample-mission'

/** Sprint 2, finished: selling tickets. */
export const SPRINT_TWO: readonly SampleMission[] = [
  {
    id: 'F2.1',
    name: 'Describe fares as data',
    description: 'Zones, ages, bicycles, the islanders’ card, and the summer supplement in Östervik.',
    outcome: 'All 96 printed fares follow from 23 rules. Two printed fares were wrong and are now corrected on paper.',
  },
  {
    id: 'F2.2',
    name: 'Price a journey',
    description: 'The cheapest valid fare for a party, with the reason for it in one sentence.',
    successCriteria: ['Never dearer than two singles', 'Explains itself'],
    outcome: 'Property tests over 200,000 random parties found one overlap of two rebates; fixed.',
    pattern: 'rsip',
  },
  {
    id: 'F2.3',
    name: 'Choose how to take payments',
    description: 'Compare three providers for cost, outages and what we would have to store.',
    outcome: 'Provider B: 1.1 %, no card data ever reaches us. The comparison is in docs/payments.md.',
    pattern: 'delegation',
  },
  {
    id: 'F2.4',
    name: 'Sell a single ticket',
    description: 'From the timetable to a ticket in at most four steps.',
    outcome: 'Three steps on a phone, 38 s in the median of nine trials on the pier.',
  },
  {
    id: 'F2.5',
    name: 'Tickets that work without a network',
    description: 'A signed code that a deckhand can check below deck.',
    outcome: 'Signed, 118 bytes, checks in 4 ms on the oldest phone the crew has.',
    pattern: 'rsip',
  },
  {
    id: 'F2.6',
    name: 'Scanner for the crew',
    description: 'Scan, see one colour and one word, keep going with wet gloves on.',
    outcome: 'One hand, screen never sleeps, volume key scans. The crew asked for a larger word; done.',
  },
  {
    id: 'F2.7',
    name: 'Refund a ticket',
    description: 'Until an hour before departure, and always when the sailing is cancelled.',
    outcome: 'Refunds are requests to the provider with our own number, so a retry can never pay twice.',
  },
  {
    id: 'F2.8',
    name: 'Season cards',
    description: 'Thirty days or a year, bound to a person, shown as the same kind of code.',
    outcome: 'Sold since Monday. Moving a card to a new phone takes a code by mail.',
  },
  {
    id: 'F2.9',
    name: 'Day-end report for the bookkeeper',
    description: 'One file a day that adds up to the provider’s payout, to the öre.',
    outcome: 'Adds up on all 14 days replayed. Rounding happens once, per ticket.',
  },
  {
    id: 'F2.10',
    name: 'Receipts with the right tax',
    description: 'Passenger transport and bicycles are taxed differently.',
    outcome: 'Checked with the bookkeeper against six paper receipts.',
  },
  {
    id: 'F2.11',
    name: 'Keep a seat count for small boats',
    description: 'The boat to Lilla Rev takes twelve people. Sell twelve tickets.',
    outcome: 'Counts are taken in the same transaction as the sale; 400 parallel buyers got 12 tickets.',
    pattern: 'boomerang',
  },
  {
    id: 'F2.12',
    name: 'Move the old season cards over',
    description: '1,904 cards from the old system, some without a name.',
    outcome: '1,871 moved. 33 without a name wait at the office for their owners.',
    pattern: 'boomerang',
  },
  {
    id: 'F2.13',
    name: 'Threat review of ticket sales',
    description: 'What could be copied, replayed or guessed, and what it would cost.',
    outcome: 'A copied code is caught at the second scan on the same boat. Written down in docs/threats.md.',
    pattern: 'delegation',
  },
  {
    id: 'F2.14',
    name: 'Run both systems side by side for a week',
    description: 'Compare every sale with what the old system would have charged.',
    outcome: '2,310 sales, 2,308 equal. Both differences are the corrected fares of F2.1.',
  },
  {
    id: 'F2.15',
    name: 'Switch the old ticket machine off',
    description: 'Including the one in the kiosk that nobody has a key for.',
    outcome: 'All four are off. The kiosk key was under the machine.',
  },
]
