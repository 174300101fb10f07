// Changing the policy: what it would do is shown first, somebody else's change is told, and there is a way back.
import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { policyChanges, type PolicyDocument, type TicketPolicy } from '#policy';
import { isProblem, Problem, type FieldError } from '../../api/problem';
import { sayDone, sayFailed } from '../../parts/say';
import { applyPreset, asJson, documentOf, policyQuery, preview, publish, usePolicy } from './policy-data';
import { onTopOf, patchBetween, type Patch } from './policy-patch';
import { sayChange, type Change } from './say-policy';

type PresetName = PolicyDocument['preset'];
/** What is shown before it is saved. */
interface Proposal {
  readonly title: string;
  readonly version: number;
  readonly changes: readonly Change[];
  readonly publish: (version: number) => Promise<TicketPolicy>;
  /** what it is made of: a document that was read, and what became of it */
  readonly edited?: { readonly base: PolicyDocument; readonly mine: PolicyDocument };
  /** what others changed since */
  readonly meanwhile?: readonly string[];
}

export function useChangePolicy(onSaved?: () => void) {
  const client = useQueryClient();
  const policy = usePolicy();
  const [proposal, setProposal] = useState<Proposal>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  /** the last version that was saved at once */
  const saves = useRef<Promise<number>>(Promise.resolve(0));

  const lookAgain = async (next: TicketPolicy) => {
    client.setQueryData(policyQuery.queryKey, next);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['catalogue'] }),
      client.invalidateQueries({ queryKey: ['tags'] }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ]);
  };
  const goBack = async (before: TicketPolicy, after: TicketPolicy) => {
    try {
      const { preset: _preset, ...patch } = patchBetween(documentOf(after), documentOf(before));
      await lookAgain(await publish(patch, after.version));
      sayDone('The former values are in force again');
    } catch (error) {
      sayFailed(error, 'It was not taken back');
    }
  };
  const saved = async (before: TicketPolicy, after: TicketPolicy, told?: string) => {
    await lookAgain(after);
    const canGoBack = before.preset === after.preset && before.version !== after.version;
    sayDone(
      told ?? `Version ${after.version} of the policy is in force`,
      canGoBack ? () => void goBack(before, after) : undefined,
    );
  };

  /** What is wrong stands at its fields; what is right is shown before it is saved. */
  const proposing = useMutation({
    mutationFn: async (next: PolicyDocument) => {
      const base = documentOf(policy);
      const patch = patchBetween(base, next);
      return { patch, edited: { base, mine: next }, told: await preview(patch) };
    },
    onSuccess: ({ patch, edited, told: { problems, changes, version } }) => {
      setErrors(problems);
      if (problems.length > 0) return;
      if (changes.length === 0) return onSaved?.();
      setProposal({ title: 'What changes', version, changes, edited, publish: (at) => publish(patch, at) });
    },
    onError: (error) => (isProblem(error) && error.errors.length > 0 ? setErrors(error.errors) : sayFailed(error)),
  });
  const saving = useMutation({
    mutationFn: async ({ version, publish: save }: Proposal) => {
      const before = client.getQueryData(policyQuery.queryKey) ?? policy;
      return { before, after: await save(version) };
    },
    onSuccess: async ({ before, after }) => {
      setProposal(undefined);
      onSaved?.();
      await saved(before, after);
    },
    onError: async (error, asked) => {
      if (isProblem(error, 'revision-mismatch')) {
        const now = await client.fetchQuery({ ...policyQuery, staleTime: 0 });
        const meanwhile = policyChanges(asJson(documentOf(policy)), asJson(documentOf(now)));
        setProposal({
          ...asked,
          ...(asked.edited && onTop(asked.edited, documentOf(now))),
          version: now.version,
          meanwhile: meanwhile.map((one) => sayChange(now, one)),
        });
      } else if (isProblem(error) && error.errors.length > 0) {
        setErrors(error.errors);
        setProposal(undefined);
        sayFailed(error);
      } else sayFailed(error);
    },
  });
  /** Saved at once, with a way back: moves, names, switches. Resolves to whether it was. */
  const changeNow = async (next: PolicyDocument, told: string): Promise<boolean> => {
    const patch: Patch = patchBetween(documentOf(policy), next);
    if (Object.keys(patch).length === 0) return true;
    client.setQueryData(policyQuery.queryKey, { ...next, version: policy.version }); // nothing jumps while it is saved
    // Quicker than the desk is not somebody else: each change waits for the one before.
    const mine = saves.current.then((version) => publish(patch, Math.max(version, policy.version)));
    const settled = mine.then(
      ({ version }) => version,
      () => 0,
    );
    saves.current = settled;
    try {
      const after = await mine;
      if (saves.current === settled) await saved(policy, after, told);
      else sayDone(told); // what is shown has the next change already
      return true;
    } catch (error) {
      client.setQueryData(policyQuery.queryKey, policy);
      await client.invalidateQueries({ queryKey: policyQuery.queryKey, exact: true });
      if (error instanceof Problem) setErrors(error.errors);
      sayFailed(error);
      return false;
    }
  };
  const proposePreset = (name: PresetName, changes: Proposal['changes']) =>
    setProposal({
      title: `Go over to ${name}`,
      version: policy.version,
      changes,
      publish: (at) => applyPreset(name, at),
    });

  const dialog: ReactNode = (
    <ChangeDialog
      proposal={proposal}
      busy={saving.isPending}
      onSave={(wanted) => saving.mutate(wanted)}
      onClose={() => setProposal(undefined)}
    />
  );
  return {
    policy,
    propose: (next: PolicyDocument) => proposing.mutate(next),
    proposePreset,
    changeNow,
    dialog,
    errors,
    forget: () => setErrors([]),
    busy: proposing.isPending,
  };
}

/** The same change to what others have made of the document meanwhile. */
function onTop({ base, mine }: NonNullable<Proposal['edited']>, theirs: PolicyDocument) {
  const both = onTopOf(base, mine, theirs);
  const patch = patchBetween(theirs, both);
  return {
    edited: { base: theirs, mine: both },
    changes: policyChanges(asJson(theirs), asJson(both)),
    publish: (at: number) => publish(patch, at),
  };
}

/** What stands at a field: its own problem, or that of something inside it. */
export const errorAt = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find(
    (error) => error.field === field || error.field.startsWith(`${field}.`) || error.field.startsWith(`${field}[`),
  )?.message;

interface ChangeDialogProps {
  readonly proposal: Proposal | undefined;
  readonly busy: boolean;
  readonly onSave: (proposal: Proposal) => void;
  readonly onClose: () => void;
}

const shownAtMost = 40;

function ChangeDialog({ proposal, busy, onSave, onClose }: ChangeDialogProps) {
  const policy = usePolicy();
  const changes = proposal?.changes ?? [];
  return (
    <Modal
      opened={proposal !== undefined}
      onClose={onClose}
      title={proposal?.title}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        {proposal?.meanwhile && (
          <Alert color="orange" title="Somebody else was faster" role="alert">
            The policy is at version {proposal.version} now. What they changed:
            <List size="sm" mt={4}>
              {proposal.meanwhile.map((message) => (
                <List.Item key={message}>{message}</List.Item>
              ))}
            </List>
            Your change is not saved. Saving it now puts it on top of theirs.
          </Alert>
        )}
        <List size="sm" spacing={6} aria-label="Changes">
          {changes.slice(0, shownAtMost).map((change, index) => (
            <List.Item key={`${change.field} ${index}`}>{sayChange(policy, change)}</List.Item>
          ))}
        </List>
        {changes.length > shownAtMost && (
          <Text size="sm" c="dimmed">
            And {changes.length - shownAtMost} more.
          </Text>
        )}
        <Text size="sm" c="dimmed">
          It counts from the next request of everybody. History keeps every version.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Go on editing
          </Button>
          <Button loading={busy} onClick={() => proposal && onSave(proposal)} data-autofocus>
            {proposal?.meanwhile ? 'Save on top of it' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
