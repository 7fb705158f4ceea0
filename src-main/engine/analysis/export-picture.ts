import { writeFileSync } from 'node:fs'
import { DomainError } from '../../domain/fault'
import { fileFault } from '../files/atomic-file'
import { freePath } from './free-path'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Writes the picture of a chart to a new file in a folder; what is no PNG is refused. */
export function exportPicture({
  folder,
  name,
  png,
}: {
  readonly folder: string
  readonly name: string
  readonly png: string
}): { path: string; bytes: number } {
  const bytes = Buffer.from(png, 'base64')
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    throw new DomainError('invalid_input', `The picture of ${name} is no PNG. Export its figures as CSV instead.`)
  }
  const path = freePath(folder, name, 'png')
  try {
    writeFileSync(path, bytes, { flag: 'wx' })
  } catch (error) {
    throw fileFault(error, path)
  }
  return { path, bytes: bytes.length }
}
