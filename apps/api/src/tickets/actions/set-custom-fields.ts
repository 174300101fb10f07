import { Body, Controller } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { customValues, CustomValues } from '../custom-values.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute } from '../command-route.js';

export class SetCustomFieldsBody {
  /** by the field's id; null or blank clears */
  @ApiProperty(customValues)
  @CustomValues()
  values!: Record<string, string | number | null>;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class SetCustomFieldsRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('PUT', ':id/custom-fields', { does: 'Set or clear the fields that are named' })
  handle(@Asked() asked: Asked, @Body() body: SetCustomFieldsBody) {
    return this.door.act(asked, body, { type: 'SetCustomFields', data: body });
  }
}
