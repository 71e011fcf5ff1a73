/** Every message between the page's preload and the main process. */
export const CHANNELS = {
  /** preload → main, asking for an answer */
  connect: 'shell:connect',
  pickFolders: 'shell:pick-folders',
  chooseSaveFile: 'shell:choose-save-file',
  saveText: 'shell:save-text',
  revealTrack: 'shell:reveal-track',
  restartCore: 'shell:restart-core',
  /** main → preload */
  corePort: 'shell:core-port',
  openPaths: 'shell:open-paths',
  menuCommand: 'shell:menu-command',
  coreState: 'shell:core-state',
} as const;
