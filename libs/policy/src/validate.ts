// Whether a document can be a tenant's policy: first its shape, then its sense. Nothing impossible is ever published.
import { featureNames, likeOf } from '#access';
import { selects, statusCalled } from './catalogue.js';
import { durationMs, isDuration } from './duration.js';
import type { PolicyDocument } from './events.js';
import { isNumberTemplate } from './number.js';
import { roleProblems, rolesShape } from './roles.js';
import {
  presetNames,
  priorities,
  states,
  type CatalogueEntry,
  type Category,
  type State,
  type Status,
} from './policy.js';
import {
  flag,
  listOf,
  mapOf,
  object,
  oneOf,
  orNull,
  problem,
  text,
  value,
  whole,
  type PolicyProblem,
} from './shape.js';

export type { PolicyProblem } from './shape.js';

const id = text(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'must be an id of a-z, 0-9, - and _');
const name = text(/^\S(?:.{0,98}\S)?$/u, 'must be a text of 1 to 100 characters');
const guide = text(/^\S(?:[^]{0,498}\S)?$/u, 'must be a text of 1 to 500 characters');
const duration = value(
  isDuration,
  'bad-duration',
  'must be an ISO 8601 duration of weeks to seconds, like P7D or PT15M',
);
const order = whole(-1_000_000, 1_000_000);
const entry = { id, name, order, active: flag };
const statusSelector = `(?:\\*|@(?:${states.join('|')})|[a-z0-9][a-z0-9_-]*)`;
const parties = ['requester', 'customer', 'partner', 'staff', 'admin', 'system'];

const shape = object(
  {
    preset: oneOf(presetNames),
    statuses: listOf(
      object({
        id,
        label: name,
        state: oneOf(states),
        colour: text(/^#[0-9a-f]{6}$/i, 'must be a colour like #2563eb'),
        order,
        active: flag,
        pausesSla: flag,
        requesterMayComment: flag,
      }),
      100,
    ),
    initialStatus: id,
    transitions: listOf(
      object(
        {
          from: text(new RegExp(`^${statusSelector}$`), 'must be a status, @ and a state, or *'),
          to: text(new RegExp(`^(?:@reopen|${statusSelector})$`), 'must be a status, @ and a state, *, or @reopen'),
          by: listOf(
            text(
              new RegExp(`^(?:${parties.join('|')}|role:[a-z][a-z0-9_-]{0,31})$`),
              `must be of ${parties.join(', ')}, role:<id>`,
            ),
            50,
          ),
          reason: oneOf(['none', 'optional', 'required']),
        },
        { trigger: oneOf(['start', 'wait', 'resolve', 'close', 'reopen', 'reply', 'timer', 'set-status']) },
      ),
    ),
    reopen: object({
      byReply: flag,
      byAction: flag,
      window: orNull(duration),
      fromClosed: flag,
      closedWindow: orNull(duration),
      target: object({ assigned: id, unassigned: id }),
    }),
    autoClose: object({ enabled: flag }, { after: duration }),
    replies: object({
      whileNew: oneOf(['everyone', 'staff', 'nobody']),
      whileResolved: oneOf(['reopens', 'comment', 'staff', 'nobody']),
      whileClosed: oneOf(['everyone', 'staff', 'nobody']),
      resumesWaiting: flag,
      editWindow: duration,
    }),
    priorities: object(
      { active: listOf(oneOf(priorities)), default: oneOf(priorities), requesterMayChoose: listOf(oneOf(priorities)) },
      {
        labels: object({}, Object.fromEntries(priorities.map((priority) => [priority, name]))),
        guide: object({}, Object.fromEntries(priorities.map((priority) => [priority, guide]))),
        mayChoose: mapOf(listOf(oneOf(priorities))),
      },
    ),
    classification: object(
      {
        levels: oneOf([1, 3]),
        onCreate: oneOf(['required', 'optional', 'hidden']),
        categories: listOf(object({ ...entry, types: listOf(object({ ...entry, items: listOf(object(entry)) })) })),
      },
      { requesterLevels: oneOf([1, 2, 3]) },
    ),
    customFields: listOf(
      object({
        id,
        name,
        type: oneOf(['text', 'textarea', 'number', 'select']),
        options: listOf(name),
        order,
        active: flag,
        filterable: flag,
        on: listOf(
          object({ categoryId: id, visibleOnNew: flag, requiredOnNew: flag, order }, { typeId: id, itemId: id }),
        ),
      }),
    ),
    onCreate: object({ forbiddenFields: oneOf(['refuse', 'drop']) }, { descriptionRequired: flag }),
    visibility: object({
      user: oneOf(['own', 'organisation']),
      client: oneOf(['own', 'organisation']),
      partner: oneOf(['assigned-clients']),
      staffQueue: oneOf(['tenant', 'groups', 'assigned+unassigned']),
      developerCategories: listOf(id),
      directOpen: flag,
      partnerNotes: flag,
    }),
    numbers: object({
      template: value(
        (template) => typeof template === 'string' && isNumberTemplate(template),
        'bad-template',
        'must hold {seq} or {seq:6} once, and besides it only {yyyy}, letters, digits, dots and dashes',
      ),
      start: whole(0, Number.MAX_SAFE_INTEGER),
    }),
    search: object(
      {},
      {
        requester: listOf(oneOf(['number', 'subject', 'description'])),
        wildcards: oneOf(['literal', 'refuse']),
        staff: oneOf(['subject', 'full-text']),
      },
    ),
    badges: object({}, { roles: listOf(text(/^[a-z][a-z0-9_-]{0,31}$/, 'must be the id of a role'), 100) }),
    recipients: object({ min: whole(1, 100), max: whole(1, 100) }),
    guest: object({}, { enabled: flag, accessLink: orNull(duration), requiresPhone: flag, attachments: flag }),
    attachments: object(
      { upload: oneOf(['presigned', 'app', 'url']) },
      {
        types: listOf(text(/^[a-z0-9]{1,10}$/, 'must be the ending of a file name, like pdf'), 100),
        maxBytes: whole(1, 2 ** 32),
        maxCount: orNull(whole(1, 1_000)),
        duplicateNames: oneOf(['refuse', 'allow']),
        scan: oneOf(['fail-closed', 'fail-open']),
        customerUploads: flag,
      },
    ),
    sla: object(
      { enabled: flag },
      {
        responseMinutes: object({}, Object.fromEntries(priorities.map((priority) => [priority, whole(1, 525_600)]))),
        pauses: flag,
      },
    ),
    autoAssign: object({ enabled: flag }, { method: oneOf(['round-robin']) }),
    mail: object({ enabled: flag }, { body: oneOf(['full', 'full-with-link', 'link']) }),
    features: object({}, Object.fromEntries(featureNames.map((feature) => [feature, flag]))),
  },
  {
    tags: mapOf(object({ active: flag })),
    references: object({ limits: mapOf(whole(0, 100)) }),
    rating: object({ enabled: flag }),
    roles: rolesShape,
    onSecrets: oneOf(['warn', 'refuse', 'off']),
  },
);

/** Everything that is wrong with it, `[]` for a document that may be published. */
export function validatePolicy(document: unknown): PolicyProblem[] {
  const misshapen = shape(document, '');
  if (misshapen.length > 0) return misshapen;
  const policy = document as PolicyDocument;
  return [
    statuses,
    transitions,
    reopening,
    closing,
    prioritising,
    classifying,
    customFields,
    counting,
    guests,
    roleProblems,
    badging,
    tagging,
  ].flatMap((check) => check(policy));
}

type Sense = (policy: PolicyDocument) => PolicyProblem[];
type Wrong = [field: string, code: string, message: string];
/** Those of the statements that hold are problems. */
const wrong = (...statements: readonly [boolean, ...Wrong][]): PolicyProblem[] =>
  statements.filter(([holds]) => holds).map(([, ...what]) => problem(...what));

function repeated(field: string, values: readonly string[], what: string): PolicyProblem[] {
  const seen = new Set<string>();
  return values.flatMap((entry, index) => {
    const key = entry.trim().toLowerCase();
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [problem(`${field}[${index}]`, 'duplicate', `${what} ${entry} is there twice`)];
  });
}

const openish = (status: Status | undefined): boolean =>
  status !== undefined && status.active && status.state !== 'resolved' && status.state !== 'closed';
const called = (policy: PolicyDocument, status: string) => statusCalled({ version: 0, ...policy }, status);
const inState = ({ statuses }: PolicyDocument, state: State) => statuses.find((status) => status.state === state);

const statuses: Sense = (policy) => {
  const count = (state: State) => policy.statuses.filter((status) => status.state === state).length;
  return [
    ...repeated(
      'statuses',
      policy.statuses.map((status) => status.id),
      'status',
    ),
    ...repeated(
      'statuses',
      policy.statuses.map(({ label }) => label),
      'label',
    ),
    ...wrong(
      [count('resolved') !== 1, 'statuses', 'impossible', 'exactly one status stands for resolved'],
      [count('closed') !== 1, 'statuses', 'impossible', 'exactly one status stands for closed'],
      [inState(policy, 'resolved')?.active === false, 'statuses', 'impossible', 'the resolved status is always active'],
      [
        inState(policy, 'closed')?.active === false && (policy.autoClose.enabled || reaches(policy, 'closed')),
        'statuses',
        'impossible',
        'the closed status is inactive, yet tickets are led to it',
      ],
      [
        !openish(called(policy, policy.initialStatus)),
        'initialStatus',
        'impossible',
        'must be an active status, and neither resolved nor closed',
      ],
    ),
  ];
};

const isId = (selector: string): boolean => !/^[*@]/.test(selector);

const transitions: Sense = (policy) => [
  ...policy.transitions.flatMap(({ from, to, by }, index) =>
    wrong(
      [
        isId(from) && !called(policy, from),
        `transitions[${index}].from`,
        'unknown-value',
        `there is no status ${from}`,
      ],
      [isId(to) && !called(policy, to), `transitions[${index}].to`, 'unknown-value', `there is no status ${to}`],
      [by.length === 0, `transitions[${index}].by`, 'required', 'names nobody'],
      [from === to && isId(from), `transitions[${index}]`, 'impossible', 'leads nowhere'],
    ),
  ),
  ...wrong([
    !reaches(policy, 'resolved'),
    'transitions',
    'impossible',
    'nothing leads from the initial status to resolved',
  ]),
];

/** Does a way lead from the initial status to that state, whoever goes it? */
function reaches(policy: PolicyDocument, state: State): boolean {
  const initial = called(policy, policy.initialStatus);
  const seen = new Set(initial ? [initial] : []);
  // A set's iterator also visits what is added while it runs.
  for (const status of seen) {
    if (status.state === state) return true;
    for (const { from, to } of policy.transitions) {
      if (!selects(from, status)) continue;
      for (const next of policy.statuses) if (next.active && selects(to, next)) seen.add(next);
    }
  }
  return false;
}

const reopening: Sense = (policy) =>
  (['assigned', 'unassigned'] as const).flatMap((target) =>
    wrong([
      !openish(called(policy, policy.reopen.target[target])),
      `reopen.target.${target}`,
      'impossible',
      'must be an active status, and neither resolved nor closed',
    ]),
  );

const closing: Sense = ({ autoClose, reopen, replies, statuses, transitions }) => {
  const resolved = statuses.find(({ state }) => state === 'resolved');
  const closed = statuses.find(({ state }) => state === 'closed');
  const systemCloses = transitions.some(
    ({ from, to, by, trigger }) =>
      resolved !== undefined &&
      selects(from, resolved) &&
      closed !== undefined &&
      selects(to, closed) &&
      (trigger === undefined || trigger === 'timer') &&
      by.some((party) => party === 'system' || party === 'role:system'),
  );
  const shorter =
    autoClose.after !== undefined && reopen.window !== null && durationMs(autoClose.after) < durationMs(reopen.window);
  const waits = statuses.some(({ state, active }) => state === 'waiting' && active);
  const progresses = statuses.some(({ state, active }) => state === 'in_progress' && active);
  return wrong(
    [shorter, 'autoClose.after', 'impossible', 'is shorter than the reopen window'],
    [
      autoClose.enabled && !systemCloses,
      'autoClose.enabled',
      'impossible',
      'no transition lets the system close a resolved ticket',
    ],
    [
      replies.resumesWaiting && waits && !progresses,
      'replies.resumesWaiting',
      'impossible',
      'no active status stands for in_progress',
    ],
  );
};

const prioritising: Sense = ({
  roles = {},
  priorities: { active, default: first, requesterMayChoose, mayChoose = {} },
}) => [
  ...Object.entries(mayChoose).flatMap(([role, chosen]) => [
    ...wrong([likeOf(role, roles) === null, `priorities.mayChoose.${role}`, 'unknown-value', 'there is no such role']),
    ...repeated(`priorities.mayChoose.${role}`, chosen, 'priority'),
    ...chosen.flatMap((priority, index) =>
      wrong([!active.includes(priority), `priorities.mayChoose.${role}[${index}]`, 'impossible', 'is not active']),
    ),
  ]),
  ...repeated('priorities.active', active, 'priority'),
  ...repeated('priorities.requesterMayChoose', requesterMayChoose, 'priority'),
  ...requesterMayChoose.flatMap((priority, index) =>
    wrong([!active.includes(priority), `priorities.requesterMayChoose[${index}]`, 'impossible', 'is not active']),
  ),
  ...wrong(
    [!active.includes(first), 'priorities.default', 'impossible', 'is not active'],
    [
      requesterMayChoose.length > 0 && !requesterMayChoose.includes(first),
      'priorities.default',
      'impossible',
      'is not selectable for requesters, who choose from others',
    ],
  ),
];

function siblings(field: string, entries: readonly CatalogueEntry[]): PolicyProblem[] {
  return [
    ...repeated(
      field,
      entries.map((entry) => entry.id),
      'id',
    ),
    ...repeated(
      field,
      entries.map((entry) => entry.name),
      'name',
    ),
  ];
}

const classifying: Sense = ({ classification: { categories, levels } }) => {
  const at = 'classification.categories';
  return [
    ...siblings(at, categories),
    ...categories.flatMap(({ types }, category) => [
      ...wrong([levels === 1 && types.length > 0, `${at}[${category}].types`, 'impossible', 'there is one level only']),
      ...siblings(`${at}[${category}].types`, types),
      ...types.flatMap(({ items }, type) => siblings(`${at}[${category}].types[${type}].items`, items)),
    ]),
  ];
};

function hasNode(categories: readonly Category[], node: PolicyDocument['customFields'][number]['on'][number]): boolean {
  const category = categories.find((entry) => entry.id === node.categoryId);
  const type = category?.types.find((entry) => entry.id === node.typeId);
  if (node.itemId !== undefined) return type?.items.some((entry) => entry.id === node.itemId) ?? false;
  return node.typeId === undefined ? category !== undefined : type !== undefined;
}

const customFields: Sense = ({ customFields: fields, classification: { categories } }) => [
  ...siblings('customFields', fields),
  ...fields.flatMap(({ type, options, on }, index) => {
    const at = `customFields[${index}]`;
    return [
      ...wrong(
        [type === 'select' && options.length === 0, `${at}.options`, 'required', 'a select has at least one option'],
        [type !== 'select' && options.length > 0, `${at}.options`, 'impossible', 'only a select has options'],
      ),
      ...repeated(`${at}.options`, options, 'option'),
      ...repeated(
        `${at}.on`,
        on.map(({ categoryId, typeId = '', itemId = '' }) => `${categoryId}/${typeId}/${itemId}`),
        'node',
      ),
      ...on.flatMap((node, position) =>
        wrong([
          !hasNode(categories, node),
          `${at}.on[${position}]`,
          'unknown-value',
          'is no node of the classification',
        ]),
      ),
    ];
  }),
];

const counting: Sense = ({ recipients: { min, max } }) =>
  wrong([min > max, 'recipients.min', 'impossible', 'is more than recipients.max']);

/** Auditors and programs watch no queue, and guests and the system have none. */
const badgeless: ReadonlySet<string | null> = new Set(['guest', 'system', 'auditor', 'service']);

const badging: Sense = ({ badges, roles = {} }) => [
  ...repeated('badges.roles', badges.roles ?? [], 'role'),
  ...(badges.roles ?? []).flatMap((role, index) => {
    const like = likeOf(role, roles);
    return wrong(
      [like === null, `badges.roles[${index}]`, 'unknown-value', `there is no role ${role}`],
      [badgeless.has(like), `badges.roles[${index}]`, 'impossible', `${role} has no queue`],
    );
  }),
];

const mostTags = 1_000;

const tagging: Sense = ({ tags = {} }) => [
  ...Object.keys(tags).flatMap((tag) =>
    wrong([
      tag === '' || tag.length > 50 || tag !== tag.trim().toLowerCase().normalize('NFC'),
      `tags.${tag}`,
      'bad-value',
      'must be a name of 1 to 50 characters, trimmed and in lower case',
    ]),
  ),
  ...wrong([Object.keys(tags).length > mostTags, 'tags', 'out-of-range', `must have at most ${mostTags} entries`]),
];

const guests: Sense = ({ guest: { enabled, accessLink }, classification: { categories } }) =>
  wrong(
    [
      enabled === true && !categories.some(({ active }) => active),
      'guest.enabled',
      'impossible',
      'guests choose a category, and none is active',
    ],
    [
      accessLink != null && durationMs(accessLink) === 0,
      'guest.accessLink',
      'impossible',
      'is over at once: take it away for no links',
    ],
  );
