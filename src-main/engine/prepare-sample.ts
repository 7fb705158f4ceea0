import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { writeSample } from './sample/write-sample'

/** Lays a fresh sample workspace into the user's own folder, with ages that look alive; returns the path to open. */
export function prepareSample(userData: string, now: Date): string {
  const samples = join(userData, 'samples')
  mkdirSync(samples, { recursive: true })
  // A folder of its own each time: an older sample may still be open in another window.
  return writeSample(join(mkdtempSync(join(samples, 'sample-')), 'Ferryline'), now).root
}
