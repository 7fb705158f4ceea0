import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron'
import type { FilePurpose, FolderPurpose, Host } from '../api/host'
import { startAnalyst } from './analyst-client'
import { runJob } from './job-runner'
import { openLink } from './link-opener'

const CHOICES: Readonly<Record<FolderPurpose, OpenDialogOptions>> = {
  open: {
    title: 'Open Workspace',
    message: 'Choose a workspace: its cmos folder, or the project folder around it.',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'dontAddToRecent'],
  },
  create: {
    title: 'New Workspace',
    message: 'Choose the project folder in which a cmos folder will be made.',
    buttonLabel: 'Create Here',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  },
  seed: {
    title: 'Import (Seed)',
    message: 'Choose the folder whose files the store is made from: the one with missions/ and SESSIONS.jsonl in it.',
    buttonLabel: 'Read These Files',
    properties: ['openDirectory', 'dontAddToRecent'],
  },
  migrate: {
    title: 'Migrate an Older Workspace',
    message: 'Choose the folder of the older workspace; nothing in it is changed.',
    buttonLabel: 'Read This Workspace',
    properties: ['openDirectory', 'dontAddToRecent'],
  },
  export: {
    title: 'Export',
    message: 'Choose the folder that the files are written to.',
    buttonLabel: 'Export Here',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  },
}

const FILES: Readonly<Record<FilePurpose, OpenDialogOptions>> = {
  benchmarks: {
    title: 'Import Benchmarks',
    message: 'Choose a benchmark file: JSON or JSON lines, of our own shape or of a known tool.',
    buttonLabel: 'Import',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: 'Benchmarks', extensions: ['json', 'jsonl', 'js'] }],
  },
}

/** What the window lends the application: native dialogs, the browser, and a folder for its own data. */
export function deskHost(userData: string, window: () => BrowserWindow | null): Host {
  return {
    userData,
    chooseFolder: (purpose) => choose(CHOICES[purpose], window()),
    chooseFile: (purpose) => choose(FILES[purpose], window()),
    openLink: (url) => openLink(url, window()),
    runJob,
    startAnalyst,
    reveal: (path) => shell.showItemInFolder(path),
  }
}

async function choose(choice: OpenDialogOptions, parent: BrowserWindow | null): Promise<string | null> {
  const answer = parent ? await dialog.showOpenDialog(parent, choice) : await dialog.showOpenDialog(choice)
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}
