// Which way leads where, at a glance: a row for each status a ticket is in, a column for each it may go to.
import { Table, Text, UnstyledButton } from '@mantine/core';
import { selects, type Party, type PolicyDocument, type Status, type Transition } from '#policy';
import { partyName } from './say-policy';
import classes from './transitions.module.css';

export interface Pair {
  readonly from: string;
  readonly to: string;
}

/** Whether the rule lets anybody make this move. */
export function leads({ reopen }: PolicyDocument, rule: Transition, from: Status, to: Status): boolean {
  if (from.id === to.id || !selects(rule.from, from)) return false;
  if (rule.to !== '@reopen') return selects(rule.to, to);
  const done = from.state === 'resolved' || from.state === 'closed';
  return done && (to.id === reopen.target.assigned || to.id === reopen.target.unassigned);
}

/** Who makes the move freely, and who only with a reason; of several rules the one that asks least counts. */
function whoMoves(policy: PolicyDocument, from: Status, to: Status) {
  const rules = policy.transitions.filter((rule) => leads(policy, rule, from, to));
  const parties = (needed: boolean) =>
    new Set<Party>(rules.filter(({ reason }) => (reason === 'required') === needed).flatMap(({ by }) => by));
  const freely = parties(false);
  return { freely: [...freely], reasoned: [...parties(true)].filter((party) => !freely.has(party)) };
}

export function TransitionMatrix(props: {
  readonly policy: PolicyDocument;
  readonly chosen: Pair | undefined;
  readonly onChoose: (pair: Pair | undefined) => void;
}) {
  const { policy, chosen, onChoose } = props;
  const { statuses } = policy;
  const names = (parties: readonly Party[]) => parties.map((party) => partyName(policy, party)).join(', ');
  return (
    <Table.ScrollContainer
      minWidth={112 + statuses.length * 100}
      type="native"
      tabIndex={0}
      aria-label="Transitions, at a glance"
    >
      <Table withColumnBorders withTableBorder layout="fixed" className={classes.matrix}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={112} px={6} style={{ whiteSpace: 'nowrap' }}>
              From ↓ to →
            </Table.Th>
            {statuses.map(({ id, label }) => (
              <Table.Th key={id}>{label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {statuses.map((from) => (
            <Table.Tr key={from.id}>
              <Table.Th scope="row">{from.label}</Table.Th>
              {statuses.map((to) => {
                if (from.id === to.id) return <Table.Td key={to.id} className={classes.same} />;
                const { freely, reasoned } = whoMoves(policy, from, to);
                const here = chosen?.from === from.id && chosen.to === to.id;
                return (
                  <Table.Td key={to.id} p={0}>
                    <UnstyledButton
                      className={classes.cell}
                      aria-pressed={here}
                      aria-label={`From ${from.label} to ${to.label}: ${names(freely) || 'nobody'}${
                        reasoned.length > 0 ? `; with a reason: ${names(reasoned)}` : ''
                      }`}
                      onClick={() => onChoose(here ? undefined : { from: from.id, to: to.id })}
                    >
                      {freely.length > 0 && <Text size="xs">{names(freely)}</Text>}
                      {reasoned.length > 0 && (
                        <Text size="xs" c="dimmed">
                          with a reason: {names(reasoned)}
                        </Text>
                      )}
                      {freely.length + reasoned.length === 0 && (
                        <Text size="xs" c="dimmed">
                          —
                        </Text>
                      )}
                    </UnstyledButton>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
