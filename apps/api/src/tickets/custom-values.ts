import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

/** How the OpenAPI document tells of them. */
export const customValues: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
};

const isCustomValue = (value: unknown): boolean =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** An object of texts, numbers and nulls; whether a field takes its value is the domain's to say. */
export const CustomValues = () =>
  ValidateBy({
    name: 'customValues',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every(isCustomValue),
      defaultMessage: () => '$property must be an object whose values are texts, numbers or null',
    },
  });
