// Which parts of the product are switched on. What the licence lacks cannot be.
import { Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { featureNames, type Feature } from '#access';
import { api, ask } from '../../api/client';
import type { Form } from './policy-inputs';
import { featureSaid } from './say-policy';

/** Without tickets there would be nothing here: the licence alone takes them away. */
const switchable = featureNames.filter((name): name is Exclude<Feature, 'supportTickets'> => name !== 'supportTickets');

export const features: Form = ({ draft, set }) => {
  const { data } = useQuery({
    queryKey: ['admin', 'entitlements'],
    queryFn: ({ signal }) => ask(api.GET('/v1/admin/entitlements', { signal })),
  });
  return (
    <Stack gap="xs">
      {switchable.map((name) => {
        const bought = data?.features[name] !== false;
        return (
          <Switch
            key={name}
            label={featureSaid[name]}
            description={bought ? undefined : 'Not part of your subscription'}
            disabled={!bought}
            checked={bought && draft.features[name] !== false}
            onChange={({ currentTarget: { checked } }) => {
              const { [name]: _former, ...others } = draft.features;
              set({ features: checked ? others : { ...others, [name]: false } });
            }}
          />
        );
      })}
    </Stack>
  );
};
