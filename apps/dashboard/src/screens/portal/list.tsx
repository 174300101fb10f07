import { Title } from '@mantine/core';

export const SupportList = () => <Title p="md">Support</Title>;
