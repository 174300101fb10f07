import { Title } from '@mantine/core';

export const Administration = () => <Title p="md">Administration</Title>;
