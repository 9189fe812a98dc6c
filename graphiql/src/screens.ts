/**
 * The example operations, one tab each, in the order of the tabs. The build reads this list: it fails when a file in
 * examples/ is missing here or the reverse.
 */
export const SCREENS = [
  'ReviewerInbox',
  'MyCampaigns',
  'CertificationDetail',
  'CampaignBoard',
  'ReviewerWorkloads',
  'ReassignDialog',
  'ReassignCandidate',
  'Reassign',
  'ReassignProgress',
  'ReassignOutcome',
  'DelegationSettings',
  'Delegate',
  'TakeBack',
  'TeamDelegations',
  'AllDelegations',
  'TenantSwitch',
  'SetTenantSwitch',
  'WhoEndsUp',
  'ItemPermissions',
  'RunningTasks',
  'Dashboard',
] as const;
