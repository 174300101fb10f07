// The rules of the desk in sentences, each section with its form; what a form changes is shown before it is saved.
import { Anchor, Badge, Box, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PolicyDocument } from '#policy';
import { LeaveGuard } from '../../parts/leave-guard';
import { useChangePolicy } from './change-policy';
import { Card, FormButtons, Page } from './parts';
import { documentOf } from './policy-data';
import { forms } from './policy-forms';
import { patchBetween } from './policy-patch';
import { sayPolicy, type SectionId } from './say-policy';

const sections: readonly { readonly id: SectionId; readonly title: string }[] = [
  { id: 'reopen', title: 'Reopening' },
  { id: 'autoClose', title: 'Closing by itself' },
  { id: 'replies', title: 'Replies' },
  { id: 'priorities', title: 'Priorities' },
  { id: 'create', title: 'New tickets' },
  { id: 'visibility', title: 'Who sees what' },
  { id: 'numbers', title: 'Ticket numbers' },
  { id: 'recipients', title: 'Recipients and calls' },
  { id: 'guest', title: 'Guests' },
  { id: 'search', title: 'Search' },
  { id: 'secrets', title: 'Secrets in texts' },
  { id: 'badges', title: 'Badge of open tickets' },
  { id: 'rating', title: 'Ratings' },
  { id: 'features', title: 'Switches' },
];

export function PolicyPage() {
  const [open, setOpen] = useState<SectionId>();
  const [draft, setDraft] = useState<PolicyDocument>();
  const change = useChangePolicy(() => setOpen(undefined));
  const { policy, errors } = change;
  const begin = (id: SectionId) => {
    change.forget();
    setDraft(documentOf(policy));
    setOpen(id);
  };
  return (
    <Page
      title="Rules"
      about="How tickets live at this desk. Behaviour hangs on these rules alone; a change counts at once, and every version stays in history."
      actions={
        <Badge variant="light" tt="none" size="lg">
          Version {policy.version} · {policy.preset}
        </Badge>
      }
    >
      {sections.map(({ id, title }) => {
        const Form = forms[id];
        const editing = open === id && draft;
        return (
          <Card key={id} label={title}>
            <Group justify="space-between" wrap="nowrap" mb={6}>
              <Title order={2} size="h5">
                {title}
              </Title>
              {!editing && (
                <Button size="compact-sm" variant="subtle" aria-label={`Change: ${title}`} onClick={() => begin(id)}>
                  Change
                </Button>
              )}
            </Group>
            {editing ? (
              <form
                noValidate
                onSubmit={(event) => {
                  event.preventDefault();
                  change.propose(draft);
                }}
              >
                <Stack gap="sm">
                  <Form draft={draft} set={(part) => setDraft({ ...draft, ...part })} errors={errors} />
                  <Box p="xs" bg="var(--desk-soft)" style={{ borderRadius: 8 }} role="status">
                    <Sentences of={sayPolicy[id](draft)} />
                  </Box>
                  <OtherErrors errors={errors} />
                  <FormButtons busy={change.busy} save="See what changes" onCancel={() => setOpen(undefined)} />
                </Stack>
              </form>
            ) : (
              <Sentences of={sayPolicy[id](policy)} />
            )}
          </Card>
        );
      })}
      <Card label="Transitions">
        <Title order={2} size="h5" mb={6}>
          Transitions
        </Title>
        <Text size="sm">
          Who moves tickets from which status to which stands in {policy.transitions.length} rules{' '}
          <Anchor component={Link} to="/admin/transitions" underline="always">
            of their own
          </Anchor>
          .
        </Text>
      </Card>
      <LeaveGuard
        unsaved={
          open !== undefined && draft !== undefined && Object.keys(patchBetween(documentOf(policy), draft)).length > 0
        }
      />
      {change.dialog}
    </Page>
  );
}

const Sentences = ({ of }: { readonly of: readonly string[] }) => (
  <List size="sm" spacing={2}>
    {of.map((sentence) => (
      <List.Item key={sentence}>{sentence}</List.Item>
    ))}
  </List>
);

/** Also what belongs to another section: a rule can be in the way of one elsewhere. */
const OtherErrors = ({
  errors,
}: {
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}) =>
  errors.length === 0 ? null : (
    <Stack gap={2} role="alert">
      {errors.map(({ field, message }) => (
        <Text key={`${field} ${message}`} size="sm" c="var(--mantine-color-error)">
          {field}: {message}
        </Text>
      ))}
    </Stack>
  );
