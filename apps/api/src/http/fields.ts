// The kinds of values that fields hold, each with what the OpenAPI document says of it.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';

const isText = () => IsString({ message: '$property must be text' });
const given = (change: (text: string) => unknown) =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? change(value) : value));

/** Trimmed text that says something; `max` in characters. */
export const Text = (max: number) =>
  applyDecorators(
    given((text) => text.trim()),
    ApiProperty({ minLength: 1, maxLength: max }),
    MaxLength(max),
    Matches(/\S/u, { message: '$property must not be blank' }),
    isText(),
  );

/** Trimmed text that may be absent, null or blank, which all say nothing. */
export const OptionalText = (max: number) =>
  applyDecorators(
    given((text) => text.trim() || undefined),
    ApiProperty({ maxLength: max, required: false }),
    IsOptional(),
    MaxLength(max),
    isText(),
  );

/** An id of the tenant's catalogues or directory. */
export const Slug = () =>
  applyDecorators(
    ApiProperty({ minLength: 1, maxLength: 100 }),
    Matches(/^\S{1,100}$/u, { message: '$property must be an id' }),
    isText(),
  );

export const UserId = (options: { each?: boolean } = {}) =>
  IsUUID(undefined, { ...options, message: '$property must be a user id' });

/** Absent is fine; null is not, as there is nothing it could mean. */
export const MayBeAbsent = () => ValidateIf((_, value) => value !== undefined);
