import { Title } from '@mantine/core';

export const NewTicket = () => <Title p="md">Support</Title>;
