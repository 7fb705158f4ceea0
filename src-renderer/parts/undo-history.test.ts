import { describe, expect, it } from 'vitest'
import { afterAction, afterRedo, afterUndo, NO_HISTORY, without } from './undo-history'

const tokens = (list: readonly { undo: string }[]) => list.map(({ undo }) => undo)
const twoDone = afterAction(afterAction(NO_HISTORY, { sentence: 'one', undo: 'a' }), { sentence: 'two', undo: 'b' })
const oneUndone = afterUndo(without(twoDone, 'b'), 'two', 'b-undone')

describe('the history of actions', () => {
  it('offers to do again what was taken back, under its own words', () => {
    expect(tokens(oneUndone.done)).toEqual(['a'])
    expect(oneUndone.undone).toEqual([{ sentence: 'two', undo: 'b-undone' }])
  })

  it('does things again in the reverse order of taking them back', () => {
    const bothUndone = afterUndo(without(oneUndone, 'a'), 'one', 'a-undone')
    expect(tokens(bothUndone.undone)).toEqual(['b-undone', 'a-undone'])
    const again = afterRedo(without(bothUndone, 'a-undone'), 'one', 'a-again')
    expect(tokens(again.done)).toEqual(['a-again'])
    expect(tokens(again.undone)).toEqual(['b-undone'])
  })

  it('forgets what was taken back as soon as something new is done', () => {
    expect(afterAction(oneUndone, { sentence: 'three', undo: 'c' }).undone).toEqual([])
  })

  it('offers nothing where the undoing wrote nothing', () => {
    expect(afterUndo(without(twoDone, 'b'), 'two', null).undone).toEqual([])
  })

  it('keeps the last fifty only', () => {
    const undos = Array.from({ length: 60 }, (_, index) => `${index}`)
    const history = undos.reduce((known, undo) => afterAction(known, { sentence: 'x', undo }), NO_HISTORY)
    expect(tokens(history.done)).toEqual(undos.slice(10))
  })
})
