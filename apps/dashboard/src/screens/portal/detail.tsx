import { Title } from '@mantine/core';

export const SupportTicket = () => <Title p="md">Support</Title>;
