// Reads the figures of one departure. Tested with an empty text, with text that is no JSON, and with an edge case.

/** The number of free places on a departure; throws when the text is no departure. */
export function freePlaces(text) {
  // What comes from outside is checked before it is used.
  const departure = JSON.parse(text)
  const { places, sold } = departure
  if (!Number.isInteger(places) || !Number.isInteger(sold)) throw new TypeError('This is no departure')
  // More can be sold than there are places while a ship is changed.
  return Math.max(places - sold, 0)
}
