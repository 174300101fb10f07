// A ticket before and after a step, side by side.
import { Anchor, Badge, SegmentedControl, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Picture, PictureReply } from '#ticket';
import classes from './audit.module.css';
import { sayMoment } from './moments';
import { sayField, sayValue } from './say-event';

type NameOf = (id: string) => string;
type Field = keyof Picture;

const labels: Partial<Record<Field, string>> = {
  requesterId: 'requester',
  clientId: 'client',
  projectId: 'project',
  attachmentUrls: 'attachments',
  live: 'worked on here',
  createdAt: 'opened',
  resolvedAt: 'resolved',
  closedAt: 'closed',
  reopenCount: 'times reopened',
  absorbed: 'merged into it',
};
const order = [
  'number',
  'subject',
  'description',
  'status',
  'state',
  'priority',
  'assignee',
  'classification',
  'requesterId',
] as const satisfies readonly Field[];

const erased = '[erased]';

export interface ComparisonProps {
  readonly before: Picture | null;
  readonly after: Picture;
  readonly nameOf: NameOf;
}

export function Comparison({ before, after, nameOf }: ComparisonProps) {
  const [shown, setShown] = useState<'changes' | 'all'>('changes');
  const fields = [...new Set<Field>([...order, ...(Object.keys({ ...before, ...after }) as Field[])])].filter(
    (field) => field !== 'ticketId',
  );
  const differs = (field: Field) => !same(before?.[field], after[field]);
  const rows = fields.filter((field) =>
    shown === 'all' || before !== null ? shown === 'all' || differs(field) : sayValue(after[field]) !== 'none',
  );
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          Before and after
        </Title>
        <SegmentedControl
          size="xs"
          aria-label="Show"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'changes', label: 'What changed' },
            { value: 'all', label: 'Everything' },
          ]}
        />
      </Group>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing on the ticket itself changed.
        </Text>
      ) : (
        <table className={classes.compared} aria-label="Before and after">
          <colgroup>
            <col />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => (
              <tr key={field} data-field={field} data-changed={differs(field)}>
                <th scope="row">{labels[field] ?? sayField(field)}</th>
                <td data-side="Before">
                  {before === null ? (
                    <Text size="sm" c="dimmed">
                      no ticket yet
                    </Text>
                  ) : (
                    <Side
                      field={field}
                      picture={before}
                      other={after}
                      mark="before"
                      nameOf={nameOf}
                      all={shown === 'all'}
                    />
                  )}
                </td>
                <td data-side="After">
                  <Side
                    field={field}
                    picture={after}
                    other={before}
                    mark="after"
                    nameOf={nameOf}
                    all={shown === 'all'}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface SideProps {
  readonly field: Field;
  readonly picture: Picture;
  readonly other: Picture | null;
  readonly mark: 'before' | 'after';
  readonly nameOf: NameOf;
  /** also replies that are the same on both sides */
  readonly all: boolean;
}

function Side({ field, picture, other, mark, nameOf, all }: SideProps): ReactNode {
  const value = picture[field];
  if (field === 'replies') return <Replies {...{ picture, other, mark, nameOf, all }} />;
  const changed = !same(value, other?.[field]);
  if (field === 'mergedInto' || field === 'absorbed' || field === 'links') {
    const tickets = ticketsIn(value);
    if (tickets.length === 0) return <Marked mark={mark} changed={changed} text="none" />;
    return tickets.map(({ id, as }) => (
      <div key={`${as} ${id}`}>
        <Marked
          mark={mark}
          changed={changed && !ticketsIn(other?.[field]).some((one) => one.id === id && one.as === as)}
        >
          {as}{' '}
          <Anchor component={Link} to={`/audit/${id}`} inherit c="inherit" td="underline">
            {nameOf(id)}
          </Anchor>
        </Marked>
      </div>
    ));
  }
  if (value === erased) return <Erased />;
  const say = (one: unknown) =>
    field.endsWith('At') && typeof one === 'string'
      ? sayMoment(one)
      : sayValue(one, field === 'subject' || field === 'description' ? asIs : nameOf);
  return (
    <Marked mark={mark} changed={changed} text={say(value)} against={other === null ? undefined : say(other[field])} />
  );
}
const asIs: NameOf = (id) => id;

const Erased = () => (
  <Badge variant="default" tt="none" fw={500}>
    erased
  </Badge>
);

interface TicketNamed {
  readonly id: string;
  readonly as: string;
}
function ticketsIn(value: unknown): TicketNamed[] {
  if (typeof value === 'string') return [{ id: value, as: '' }];
  if (!Array.isArray(value)) return [];
  return value.map((one: string | { type: string; ticketId: string }) =>
    typeof one === 'string' ? { id: one, as: '' } : { id: one.ticketId, as: one.type.replaceAll('_', ' ') },
  );
}

interface MarkedProps {
  readonly mark: 'before' | 'after';
  readonly changed: boolean;
  readonly text?: string;
  /** what stands on the other side: only what differs is marked */
  readonly against?: string | undefined;
  readonly children?: ReactNode;
}

/** What differs stands in `del` and `ins`, so that it is not told by colour alone. */
function Marked({ mark, changed, text = '', against, children }: MarkedProps) {
  const Sign = mark === 'before' ? 'del' : 'ins';
  if (!changed) return children ?? <span className={classes.text}>{text}</span>;
  if (children) return <Sign className={classes[mark]}>{children}</Sign>;
  const [front, middle, back] = difference(text, against ?? '');
  return (
    <span className={classes.text}>
      {front}
      {middle && <Sign className={classes[mark]}>{middle}</Sign>}
      {back}
    </span>
  );
}

/** The part of `text` that `other` has not, between what both begin and end with, in whole words. */
export function difference(text: string, other: string): [front: string, middle: string, back: string] {
  const [words, others] = [text.split(/(\s+)/), other.split(/(\s+)/)];
  let front = 0;
  while (front < words.length && front < others.length && words[front] === others[front]) front += 1;
  let back = 0;
  const most = Math.min(words.length, others.length) - front;
  while (back < most && words.at(-1 - back) === others.at(-1 - back)) back += 1;
  const end = words.length - back;
  const part = (from: number, to: number) => words.slice(from, to).join('');
  return [part(0, front), part(front, end), part(end, words.length)];
}

function Replies({ picture, other, mark, nameOf, all }: Omit<SideProps, 'field'>) {
  const before = new Map(other?.replies.map((reply) => [reply.id, reply]));
  const shown = picture.replies.filter((reply) => all || !same(reply, before.get(reply.id)));
  if (shown.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {picture.replies.length === 0 ? 'none' : 'not there yet'}
      </Text>
    );
  }
  return shown.map((reply) => (
    <div key={reply.id} className={classes.reply}>
      <ReplyHead reply={reply} against={before.get(reply.id)} mark={mark} nameOf={nameOf} />
      {reply.body === erased ? (
        <Erased />
      ) : (
        <Marked
          mark={mark}
          changed={!same(reply.body, before.get(reply.id)?.body)}
          text={reply.body}
          against={before.get(reply.id)?.body}
        />
      )}
    </div>
  ));
}

function ReplyHead({
  reply,
  against,
  mark,
  nameOf,
}: {
  readonly reply: PictureReply;
  readonly against: PictureReply | undefined;
  readonly mark: 'before' | 'after';
  readonly nameOf: NameOf;
}) {
  const { kind, by, at, deletedAt, editedAt } = reply;
  const fate = deletedAt ? `deleted ${sayMoment(deletedAt)}` : editedAt ? `edited ${sayMoment(editedAt)}` : '';
  const changed = against !== undefined && (against.deletedAt !== deletedAt || against.editedAt !== editedAt);
  return (
    <Text size="xs" c="dimmed">
      {kind === 'note' ? 'Internal note' : 'Reply'} of {nameOf(by.id)}, {sayMoment(at)}
      {fate && ' · '}
      {fate && <Marked mark={mark} changed={changed} text={fate} />}
    </Text>
  );
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
