// The tables beside the dashboards that can be taken away, as an address names them.

export const VIEW_NAMES = ['week', 'coverage', 'quality', 'survival'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

export const TABLE_NAMES = [...VIEW_NAMES, 'monitor', 'follow-ups', 'targets', 'stages'] as const;
export type TableName = (typeof TABLE_NAMES)[number];
