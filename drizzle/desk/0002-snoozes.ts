/** Cases that somebody wants to see again later: until when, and of which block. */
export const desk0002 = `
CREATE TABLE snoozes (
  mission TEXT PRIMARY KEY,
  until INTEGER NOT NULL,
  since TEXT
);
`
