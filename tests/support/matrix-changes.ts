// What the scope matrix expects of changes of profiles: whoever keeps places in view reads them, a centre proposes, its
// district decides.

export const SEEING_CHANGES = ['listChanges', 'getChange', 'fetchEvidence', '/registry/changes/evidence'] as const;
export const PROPOSING_CHANGES = [
  ...['listChangeFacilities', 'getChangeForm', 'proposeChange', 'sendProposal', 'addEvidence'],
  ...['getClosingForm', 'proposeClosing', 'sendClosing'],
  ...['withdrawChange', 'sendChangeWithdrawal', 'listWaitingChanges'],
] as const;
export const DECIDING_CHANGES = [
  ...['approveChange', 'returnChange', 'sendChangeApproval', 'sendChangeReturn', 'listWaitingChanges'],
] as const;
