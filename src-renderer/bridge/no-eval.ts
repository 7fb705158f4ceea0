import * as z from 'zod/mini'

// The page's policy forbids eval; without this, building a schema probes for it and the attempt is reported.
z.config({ jitless: true })
