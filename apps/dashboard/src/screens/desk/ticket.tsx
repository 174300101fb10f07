import { Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ticketQuery } from '../../api/tickets';
import { Prose } from '../../parts/prose';

const route = getRouteApi('/shell/tickets/$id');

export function TicketScreen() {
  const { id } = route.useParams();
  const { data: ticket } = useSuspenseQuery(ticketQuery(id));
  return (
    <Stack p="md">
      <Title order={1} size="h3">
        {ticket.number} {ticket.subject}
      </Title>
      <Prose text={ticket.description} />
    </Stack>
  );
}
