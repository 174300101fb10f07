import { Title } from '@mantine/core';

export const AuditLog = () => <Title p="md">Audit</Title>;
