import { createContext, useContext } from 'react'

export interface PanelScope {
  /** The pointer or the focus is in this panel: only then it shows a tooltip and speaks. */
  readonly hot: boolean
  /** A range is being drawn, which the tooltip would cover. */
  readonly dragging: boolean
  readonly setDragging: (dragging: boolean) => void
  /** Where the legend goes. */
  readonly legend: HTMLElement | null
}

const Scope = createContext<PanelScope>({ hot: false, dragging: false, setDragging: () => {}, legend: null })

export const PanelScopeProvider = Scope.Provider

/** The panel that a part of a chart is in. */
export function usePanelScope(): PanelScope {
  return useContext(Scope)
}
