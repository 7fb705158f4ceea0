import { createContext, useContext } from 'react'

/**
 * Where menus and lists are put in the page. The shell gives an element inside `main`, so that their content stays in a
 * landmark; a dialog gives none, so that its own popups open inside it and not behind it.
 */
const PopupHomeContext = createContext<HTMLElement | undefined>(undefined)

export const PopupHome = PopupHomeContext.Provider

export function usePopupHome(): HTMLElement | undefined {
  return useContext(PopupHomeContext)
}
