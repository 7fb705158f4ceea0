import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { formatCounted } from '../format'
import { actionTargets } from '../shell/targets'
import css from './drag-preview.module.css'

/** The missions that a drag carries: all that are selected when the dragged one is among them. */
export function draggedIds(id: string): readonly string[] {
  const targets = actionTargets().map((target) => target.id)
  return targets.includes(id) ? targets : [id]
}

/** Lets a card be dragged by pointer; answers how to stop. */
export function dragCard(element: HTMLElement, id: string): () => void {
  return draggable({
    element,
    getInitialData: () => ({ mission: id }),
    onGenerateDragPreview: ({ nativeSetDragImage }) => {
      const count = draggedIds(id).length
      if (count < 2) return
      setCustomNativeDragPreview({
        nativeSetDragImage,
        render: ({ container }) => {
          const preview = document.createElement('div')
          preview.className = css.preview ?? ''
          preview.textContent = formatCounted(count, 'mission')
          container.append(preview)
        },
      })
    },
    onDragStart: () => {
      element.dataset.dragging = 'true'
    },
    onDrop: () => {
      delete element.dataset.dragging
    },
  })
}
