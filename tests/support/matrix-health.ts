// What the scope matrix expects of lists and of data health: whoever takes entries of places out sees how they are, and
// whoever keeps places, or works in one, says that they are right.

export const SEEING_HEALTH = ['getHealth', 'listStranded'] as const;
export const CONFIRMING_PROFILES = ['fixFacilities', 'sendFix'] as const;
export const SEEING_LISTS = [
  ...['listRegistryLists', 'getRegistryList', 'listImports', 'getImport', 'listImportRows', 'exportList'],
  'exportHealth',
  ...['/registry/file', 'correctedCopy', '/registry/imports/copy'],
] as const;
export const BRINGING_LISTS = [
  ...CONFIRMING_PROFILES,
  ...['uploadList', 'applyImport', 'undoImport', 'cancelImport', 'discardImport', 'chooseMatches', 'recheckImport'],
  ...[
    'applyOrStart',
    'undoOrStart',
    'sendApply',
    'sendUndo',
    'sendCancel',
    'sendDiscard',
    'sendChoices',
    'sendRecheck',
  ],
  // who keeps centres says which of them takes over the trainees of a closed one
  ...['moveStranded', 'sendStranded'],
  ...['inviteImported', 'sendInvitations'],
] as const;
