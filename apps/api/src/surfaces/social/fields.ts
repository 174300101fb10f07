import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { deepestTicket } from '#read-side';
import { limits } from '#ticket';
import { MayBeAbsent } from '../../http/fields.js';
import { WholeNumber } from '../../http/query-fields.js';

const mostUrls = 10;

function isWebAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !/^https?:\/\/\S+$/i.test(value)) return false;
  return URL.canParse(value);
}

/** Addresses in the web, stored as they are and never fetched. */
export const AttachmentUrls = () =>
  applyDecorators(
    ApiProperty({
      required: false,
      maxItems: mostUrls,
      type: 'array',
      items: { type: 'string', format: 'uri', maxLength: limits.attachmentUrl },
    }),
    MayBeAbsent(),
    MaxLength(limits.attachmentUrl, { each: true }),
    ValidateBy(
      {
        name: 'webAddress',
        validator: { validate: isWebAddress, defaultMessage: () => '$property must be http or https addresses' },
      },
      { each: true },
    ),
    ArrayMaxSize(mostUrls),
    IsArray(),
  );

/** A page's number from 1, and how much is on it. */
export class PagedQuery {
  @IsOptional()
  @Min(1)
  @Max(deepestTicket)
  @IsInt({ message: '$property must be a whole number' })
  @WholeNumber()
  page?: number;

  @IsOptional()
  @Min(1)
  @Max(100)
  @IsInt({ message: '$property must be a whole number' })
  @WholeNumber()
  pageSize?: number;
}
