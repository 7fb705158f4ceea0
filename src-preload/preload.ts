import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { ACTION_CHANNEL, type Bridge, CALL_CHANNEL, CHANGE_CHANNEL } from '../src-main/contract/bridge'

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const receive = (_event: IpcRendererEvent, value: T) => listener(value)
  ipcRenderer.on(channel, receive)
  return () => ipcRenderer.off(channel, receive)
}

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onChange: (listener) => listen(CHANGE_CHANNEL, listener),
  onAction: (listener) => listen(ACTION_CHANNEL, listener),
}
contextBridge.exposeInMainWorld('cmos', bridge)
