import { Alert, Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import { sayProblem } from '../../api/problem';
import { sayDone } from '../../parts/say';

/** @returns the name under which it was saved */
async function download(id: string): Promise<string> {
  const asked = api.GET('/v1/audit/tickets/{id}/evidence', { params: { path: { id } }, parseAs: 'blob' });
  const archive = await ask(asked);
  const { response } = await asked;
  const [, name = 'evidence.zip'] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  const url = URL.createObjectURL(archive);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser takes it in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}

export function useEvidence(id: string) {
  return useMutation({ mutationFn: () => download(id), onSuccess: (name) => sayDone(`The evidence is in ${name}`) });
}

export const EvidenceButton = ({ evidence }: { readonly evidence: ReturnType<typeof useEvidence> }) => (
  <Button
    size="xs"
    variant="default"
    leftSection={<IconFileZip size={14} aria-hidden />}
    loading={evidence.isPending}
    onClick={() => evidence.mutate()}
  >
    Download evidence
  </Button>
);

export const EvidenceError = ({ evidence: { error, reset } }: { readonly evidence: ReturnType<typeof useEvidence> }) =>
  error && (
    <Alert
      color="red"
      title="The evidence could not be fetched"
      withCloseButton
      closeButtonLabel="Close"
      onClose={reset}
    >
      {sayProblem(error)}
    </Alert>
  );
