// The shape of a tenant's policy. Behaviour is bound to the canonical state of a status, never to its label.

import type { Feature, TenantRoles } from '#access';

export const states = ['new', 'open', 'in_progress', 'waiting', 'resolved', 'closed'] as const;
export type State = (typeof states)[number];
export const priorities = ['low', 'normal', 'medium', 'high', 'critical'] as const;
export type Priority = (typeof priorities)[number];

/** ISO 8601 duration, seconds to days: `P7D`, `PT15M`, `PT5S`. */
export type Duration = string;

export interface Status {
  readonly id: string;
  readonly label: string;
  readonly state: State;
  readonly colour: string;
  readonly order: number;
  readonly active: boolean;
  readonly pausesSla: boolean;
  readonly requesterMayComment: boolean;
}

/** Who may make a transition: relations to the ticket (`requester`), sides, `admin`, `system`, or one role. */
export type Party = 'requester' | 'customer' | 'partner' | 'staff' | 'admin' | 'system' | `role:${string}`;
export type Trigger = 'start' | 'wait' | 'resolve' | 'close' | 'reopen' | 'reply' | 'timer' | 'set-status';

export interface Transition {
  /** status id, `@<state>` for every status of that state, or `*` for any other than `to` */
  readonly from: string;
  /** the same; `*` for any other than `from`, or `@reopen`: the reopen target */
  readonly to: string;
  readonly by: readonly Party[];
  /** absent: by any trigger */
  readonly trigger?: Trigger;
  readonly reason: 'none' | 'optional' | 'required';
}

export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly active: boolean;
}
export interface CategoryItem extends CatalogueEntry {}
export interface CategoryType extends CatalogueEntry {
  readonly items: readonly CategoryItem[];
}
export interface Category extends CatalogueEntry {
  readonly types: readonly CategoryType[];
}

export interface CustomField {
  readonly id: string;
  readonly name: string;
  readonly type: 'text' | 'textarea' | 'number' | 'select';
  readonly options: readonly string[];
  readonly order: number;
  readonly active: boolean;
  readonly filterable: boolean;
  /** Nodes of the classification that carry this field; each node once. */
  readonly on: readonly {
    readonly categoryId: string;
    readonly typeId?: string;
    readonly itemId?: string;
    readonly visibleOnNew: boolean;
    readonly requiredOnNew: boolean;
    readonly order: number;
  }[];
}

/** Whoever has no account. Documents stored before guests could ask may name none of it: then nobody is let in. */
export interface GuestRules {
  readonly enabled?: boolean;
  /** How long a mailed link opens the one ticket; null or absent: there are no links, only the number. */
  readonly accessLink?: Duration | null;
  readonly requiresPhone?: boolean;
  readonly attachments?: boolean;
}

export interface TicketPolicy {
  /** Revision of the stored event that published this document. */
  readonly version: number;
  readonly preset: PresetName;
  readonly statuses: readonly Status[];
  readonly initialStatus: string;
  readonly transitions: readonly Transition[];
  readonly reopen: {
    readonly byReply: boolean;
    readonly byAction: boolean;
    /** `PT0S`: customers never reopen; null: no limit. */
    readonly window: Duration | null;
    /** Customers may reopen closed tickets, inside `closedWindow` (null: no limit). */
    readonly fromClosed: boolean;
    readonly closedWindow: Duration | null;
    readonly target: { readonly assigned: string; readonly unassigned: string };
  };
  /** `after` absent: the reopen window. */
  readonly autoClose: { readonly enabled: boolean; readonly after?: Duration };
  readonly replies: {
    readonly whileNew: 'everyone' | 'staff' | 'nobody';
    readonly whileResolved: 'reopens' | 'comment' | 'staff' | 'nobody';
    readonly whileClosed: 'everyone' | 'staff' | 'nobody';
    readonly resumesWaiting: boolean;
    readonly editWindow: Duration;
  };
  readonly priorities: {
    readonly active: readonly Priority[];
    readonly default: Priority;
    readonly requesterMayChoose: readonly Priority[];
    readonly labels?: Readonly<Partial<Record<Priority, string>>>;
    /** What each one is for, told where one is chosen. */
    readonly guide?: Readonly<Partial<Record<Priority, string>>>;
    /** By role: what it may choose, instead of all (the desk) or `requesterMayChoose` (everybody else). */
    readonly mayChoose?: Readonly<Record<string, readonly Priority[]>>;
  };
  readonly classification: {
    readonly levels: 1 | 3;
    readonly onCreate: 'required' | 'optional' | 'hidden';
    /** How many levels customers and partners may set on a new ticket; absent: all. */
    readonly requesterLevels?: 1 | 2 | 3;
    readonly categories: readonly Category[];
  };
  readonly customFields: readonly CustomField[];
  readonly onCreate: { readonly forbiddenFields: 'refuse' | 'drop'; readonly descriptionRequired?: boolean };
  readonly visibility: {
    readonly user: 'own' | 'organisation';
    readonly client: 'own' | 'organisation';
    readonly partner: 'assigned-clients';
    readonly staffQueue: 'tenant' | 'groups' | 'assigned+unassigned';
    readonly developerCategories: readonly string[];
    readonly directOpen: boolean;
    readonly partnerNotes: boolean;
  };
  readonly numbers: { readonly template: string; readonly start: number };
  readonly recipients: { readonly min: number; readonly max: number };
  /** Most references of one kind on a ticket; a kind that is not named: five calls, of others as many as a ticket holds. */
  readonly references?: { readonly limits: Readonly<Record<string, number>> };
  /** Are requesters asked what they think of a resolution? Absent is no. */
  readonly rating?: { readonly enabled: boolean };
  /** Texts that look as if they held a password, key, code or card number: absent is `warn`. */
  readonly onSecrets?: 'warn' | 'refuse' | 'off';
  /** By name: tags that an admin has made, or has taken out of use. All others come with the first ticket that has them. */
  readonly tags?: Readonly<Record<string, { readonly active: boolean }>>;
  readonly attachments: {
    readonly upload: 'presigned' | 'app' | 'url';
    /** endings of file names; absent: any */
    readonly types?: readonly string[];
    readonly maxBytes?: number;
    /** on one ticket; null or absent: as many as one likes */
    readonly maxCount?: number | null;
    readonly duplicateNames?: 'refuse' | 'allow';
    /** what becomes of a file while the scanner does not answer */
    readonly scan?: 'fail-closed' | 'fail-open';
    readonly customerUploads?: boolean;
  };
  readonly guest: GuestRules;
  readonly search: {
    /** Where customers' words are looked for; absent: everywhere they may. */
    readonly requester?: readonly ('number' | 'subject' | 'description')[];
    /** `refuse`: customers must not write `*`, `%`, `_` or `?`; else these are letters like any other. */
    readonly wildcards?: 'literal' | 'refuse';
    readonly staff?: 'subject' | 'full-text';
  };
  /** Whose support badge it is; absent: everybody's who has the right. */
  readonly badges: { readonly roles?: readonly string[] };
  readonly sla: {
    readonly enabled: boolean;
    readonly responseMinutes?: Readonly<Partial<Record<Priority, number>>>;
    /** statuses that pause it do so */
    readonly pauses?: boolean;
  };
  readonly autoAssign: { readonly enabled: boolean; readonly method?: 'round-robin' };
  readonly mail: { readonly enabled: boolean; readonly body?: 'full' | 'full-with-link' | 'link' };
  /** Switches; absent is on. */
  readonly features: Readonly<Partial<Record<Feature, boolean>>>;
  /** By role id: what a built-in role can do besides or no longer, and roles of the tenant's own. */
  readonly roles?: TenantRoles;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export const presetNames = ['portal', 'itdesk', 'licence', 'social', 'selfserve', 'unified'] as const;
export type PresetName = (typeof presetNames)[number];
