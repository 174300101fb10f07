// What query parameters have in common: everything arrives as text, once or several times.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { MayBeAbsent } from './fields.js';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';

/** A parameter that may be repeated: its values are joined by OR. */
export const Repeated = () =>
  Transform(({ value }: { value: unknown }) => (value === undefined || Array.isArray(value) ? value : [value]));

const once = () => IsString({ message: '$property must be given once' });

/** Decimal digits become a number; everything else stays, to be refused. */
export const WholeNumber = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );

const timePattern = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** UTC with milliseconds; null for what is no time of ours, or no day of the calendar. */
function instant(value: unknown): string | null {
  const day = typeof value === 'string' ? timePattern.exec(value)?.[1] : undefined;
  if (day === undefined || day < '1900' || Number.isNaN(Date.parse(String(value)))) return null;
  // JavaScript reads 31 February as 3 March.
  return new Date(day).toISOString().startsWith(day) ? new Date(String(value)).toISOString() : null;
}

/** A date or time in ISO 8601; what reaches the query is UTC with milliseconds. */
export const Instant = () =>
  applyDecorators(ApiProperty({ required: false, format: 'date-time' }), MayBeAbsent(), isInstant());

/** The same where it must be there. */
export const Moment = () => applyDecorators(ApiProperty({ format: 'date-time' }), isInstant());

const isInstant = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === undefined ? value : instant(value))),
    ValidateBy({
      name: 'instant',
      validator: {
        validate: (value: unknown) => typeof value === 'string',
        defaultMessage: () => '$property must be a time in ISO 8601',
      },
    }),
  );

export class ReadQuery {
  /** position of a receipt: the answer waits until it shows that command */
  @IsOptional()
  @Matches(/^\d{1,20}$/, { message: '$property must be a position' })
  @once()
  after?: string;
}

export class PageQuery extends ReadQuery {
  @IsOptional()
  @Min(1)
  @Max(100)
  @IsInt({ message: '$property must be a whole number' })
  @WholeNumber()
  limit?: number;

  /** `nextCursor` of the page before */
  @IsOptional()
  @MaxLength(4_000)
  @once()
  cursor?: string;
}

export { once as GivenOnce };
