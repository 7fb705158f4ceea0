import { describe, expect, it } from 'vitest'
import { FaultError } from '../bridge/fault-error'
import { hasFaults, inputFaults, NO_FAULTS, refusalFaults } from './form-faults'

describe('inputFaults', () => {
  it('finds nothing wrong with a complete form', () => {
    expect(inputFaults('missions.block', { id: 'B1', reason: 'No key', needs: ['a key'] })).toEqual(NO_FAULTS)
  })

  it.each(['', '   ', '\n\t'])('asks for a reason when it is %j', (reason) => {
    expect(inputFaults('missions.block', { id: 'B1', reason }).fields).toEqual({ reason: 'Fill this in.' })
  })

  it('asks for the id of a new mission', () => {
    expect(inputFaults('missions.add', { id: '', name: 'Loader', sprintId: null }).fields).toEqual({
      id: 'Fill this in.',
    })
  })

  it('says how long a text may be', () => {
    const faults = inputFaults('missions.unblock', { id: 'B1', resolution: 'x'.repeat(1_000_001), to: 'Queued' })
    expect(faults.fields.resolution).toBe('This is too long: 1,000,000 at most.')
  })

  it('names the list when one of its rows is at fault', () => {
    const faults = inputFaults('missions.block', { id: 'B1', reason: 'x', needs: ['x'.repeat(1_000_001)] })
    expect(Object.keys(faults.fields)).toEqual(['needs'])
  })
})

describe('refusalFaults', () => {
  const fault = (code: 'exists' | 'busy' | 'invalid_input', details = {}) =>
    new FaultError({ code, message: 'Said by the engine.', details })

  it('puts a taken id next to the id', () => {
    expect(refusalFaults(fault('exists')).fields).toEqual({ id: 'Said by the engine.' })
  })

  it('puts a refusal next to the field it names', () => {
    expect(refusalFaults(fault('invalid_input', { field: 'notes' })).fields).toEqual({ notes: 'Said by the engine.' })
  })

  it('puts any other refusal above the buttons', () => {
    expect(refusalFaults(fault('busy'))).toEqual({ fields: {}, whole: 'Said by the engine.' })
  })

  it('never shows the text of a bug', () => {
    expect(refusalFaults(new TypeError('x is undefined')).whole).toBe('Something went wrong. Nothing was changed.')
    expect(hasFaults(refusalFaults(new TypeError('x')))).toBe(true)
  })
})
