import { isBuiltIn } from '#access';
import { selects } from './catalogue.js';
import type { PolicyDocument } from './events.js';
import type { PresetName, State, Status, Transition } from './policy.js';
import { presets } from './presets.js';

/**
 * A tenant's next document when it goes over to a preset. What its tickets hold on to stays: categories (the preset's
 * only where there are none), custom fields, tags, the limits of references, the ids of the resolved and the closed status, and, out of use, every other
 * status in `inUse` that the preset does not know.
 */
export function withPreset(current: PolicyDocument, name: PresetName, inUse: ReadonlySet<string>): PolicyDocument {
  const preset = endingAs(current, presets[name]);
  const own = current.classification.categories.length > 0;
  const categories = own ? current.classification.categories : preset.classification.categories;
  const deep = categories.some(({ types }) => types.length > 0);
  const left = current.statuses
    .filter(({ id }) => inUse.has(id) && !preset.statuses.some((status) => status.id === id))
    .map((status, index): Status => ({ ...status, active: false, order: preset.statuses.length + index + 1 }));
  return {
    ...preset,
    statuses: [...preset.statuses, ...left],
    transitions: [...preset.transitions, ...left.flatMap((status) => waysOut(status, preset))],
    classification: { ...preset.classification, categories, ...(deep && { levels: 3 }) },
    customFields: current.customFields,
    ...(current.tags && { tags: current.tags }),
    ...(current.references && { references: current.references }),
    ...rolesOf(current, preset),
    ...(own && {
      visibility: { ...preset.visibility, developerCategories: current.visibility.developerCategories },
    }),
  };
}

/** People have the tenant's own roles; what built-in ones can do is the preset's to say. */
function rolesOf(current: PolicyDocument, preset: PolicyDocument): Pick<PolicyDocument, 'roles'> {
  const own = Object.entries(current.roles ?? {}).filter(([id]) => !isBuiltIn(id));
  return own.length === 0 ? {} : { roles: { ...preset.roles, ...Object.fromEntries(own) } };
}

/** A ticket in a status that is left over goes on like one in the first status, unless rows by state lead it already. */
function waysOut(left: Status, { statuses, initialStatus, transitions }: PolicyDocument): Transition[] {
  const initial = statuses.find(({ id }) => id === initialStatus);
  const named = transitions.filter(({ from }) => from !== '*');
  if (!initial || named.some(({ from }) => selects(from, left))) return [];
  return named.filter(({ from }) => selects(from, initial)).map((row) => ({ ...row, from: left.id }));
}

/** The preset with its resolved and closed status under the ids that the tenant's tickets have. */
function endingAs(current: PolicyDocument, preset: PolicyDocument): PolicyDocument {
  const idOf = ({ statuses }: PolicyDocument, state: State) => statuses.find((status) => status.state === state)?.id;
  const renamed = new Map(
    (['resolved', 'closed'] as const).flatMap((state) => {
      const [theirs, ours] = [idOf(preset, state), idOf(current, state)];
      return theirs !== undefined && ours !== undefined && theirs !== ours ? [[theirs, ours] as const] : [];
    }),
  );
  if (renamed.size === 0) return preset;
  const called = (id: string) => renamed.get(id) ?? id;
  return {
    ...preset,
    statuses: preset.statuses.map((status) => ({ ...status, id: called(status.id) })),
    transitions: preset.transitions.map((row) => ({ ...row, from: called(row.from), to: called(row.to) })),
  };
}
