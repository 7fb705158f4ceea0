import '@fontsource-variable/geist'
import '@fontsource-variable/geist-mono'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followChanges, queryClient } from './bridge/bridge'
import { App } from './shell/app'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

followChanges(queryClient)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
