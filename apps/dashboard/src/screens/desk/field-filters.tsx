// Narrowing by custom fields: those the policy lets lists be narrowed by.
import { MultiSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { filterFieldsQuery } from '../../api/tickets';

export function FieldFilters(props: {
  /** `<field>:<value>` */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  const { chosen, onChange } = props;
  const { data: fields } = useQuery(filterFieldsQuery);
  return fields?.map(({ id, name, type, options = [] }) => {
    const mine = `${id}:`;
    const common = {
      size: 'sm',
      label: name,
      value: chosen.filter((one) => one.startsWith(mine)).map((one) => one.slice(mine.length)),
      onChange: (values: string[]) =>
        onChange([
          ...chosen.filter((one) => !one.startsWith(mine)),
          ...values.flatMap((value) => (value.trim() ? [`${mine}${value.trim()}`] : [])),
        ]),
    } as const;
    return type === 'select' ? (
      <MultiSelect key={id} {...common} data={[...options]} searchable hidePickedOptions />
    ) : (
      <TagsInput key={id} {...common} acceptValueOnBlur />
    );
  });
}
