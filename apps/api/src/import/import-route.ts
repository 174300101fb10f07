// `POST /v1/import`: what happened in another desk, line by line, through the same door as everything else.
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { applyDecorators, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  ApiSecurity,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { can } from '#access';
import { PolicyBook } from '#write-side';
import { callerOf } from '../auth/caller.js';
import { DirectoryDoor } from '../directory/directory-door.js';
import { bodyLimit } from '../http/json-body.js';
import { Refuses, refusesAlways } from '../http/problem-answers.js';
import { Problem } from '../http/problem.js';
import { refuseQuery } from '../http/request-head.js';
import { mayTakeLong } from '../http/server.js';
import { References } from '../tickets/references.js';
import { answerTo, ImportAnswer, type Import } from './answers.js';
import { inTurn } from './in-turn.js';
import { ImportLineBody, readLine, type ReadLine } from './line.js';
import { ImportedNames } from './names.js';
import { linesOf, type RawLine } from './ndjson.js';

const ndjson = 'application/x-ndjson';
/** Lines begun and not answered yet; with their bytes, what one import keeps in memory. */
const most = { lines: 256, weight: 4 * bodyLimit };

const taking = new Set<string | undefined>(['/v1/import', '/v1/admin/directory/import']);

/** Lets the imports, and nothing else, take their bodies as streams: they say themselves what is too long. */
export function acceptNdjson(server: FastifyInstance): void {
  server.addContentTypeParser(ndjson, (request, body, done) => {
    if (taking.has(request.routeOptions.url)) done(null, body);
    else done(new Problem(415, 'unsupported-media-type', 'The body must be application/json.'));
  });
}

const Described = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Import what happened elsewhere, one command per line',
      description:
        'Lines of one ticket are done in order, those of several at once; answers come in the order of the lines while ' +
        'the rest is still being sent. A line that is refused stops no other. Where a part of the service is away the ' +
        'answers break off: send again what was not answered, nothing is done twice.',
    }),
    ApiSecurity('bearer'),
    ApiExtraModels(ImportLineBody, ImportAnswer),
    ApiConsumes(ndjson),
    ApiBody({ required: true, schema: { $ref: getSchemaPath(ImportLineBody) } }),
    ApiResponse({
      status: 200,
      description: 'One answer per line',
      content: { [ndjson]: { schema: { $ref: getSchemaPath(ImportAnswer) } } },
    }),
    Refuses(...refusesAlways, 400, 403, 415),
  );

@ApiTags('commands')
@Controller('v1/import')
export class ImportRoute {
  constructor(
    private readonly commands: CommandBus,
    private readonly references: References,
    private readonly policies: PolicyBook,
    private readonly directory: DirectoryDoor,
  ) {}

  @Post()
  @HttpCode(200)
  @Described()
  handle(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { actor: importer } = callerOf(request);
    if (!(request.body instanceof Readable)) {
      throw new Problem(415, 'unsupported-media-type', `The body must be ${ndjson}.`);
    }
    refuseQuery(request);
    if (!can(importer, 'import')) throw new Problem(403, 'not-allowed', 'You may not import.');
    mayTakeLong(request);
    const work: Import = {
      importer,
      correlationId: request.id,
      names: new ImportedNames(
        (changing) => this.directory.changeAs({ by: importer, correlationId: request.id }, changing),
        this.policies,
        importer,
      ),
      references: this.references,
      commands: this.commands,
      policy: () => this.policies.get(importer.tenant),
      log: request.log,
    };
    const answers = inTurn<Sized, ImportAnswer>(sized(linesOf(request.body as IncomingMessage, bodyLimit)), {
      key: ({ read }) => ('problem' in read ? null : read.ticketRef),
      weight: ({ bytes }) => bytes,
      answer: ({ read }) => answerTo(read, work),
      most,
    });
    void reply.type(ndjson).send(Readable.from(written(answers)));
  }
}

interface Sized {
  readonly read: ReadLine;
  readonly bytes: number;
}

async function* sized(lines: AsyncIterable<RawLine>): AsyncGenerator<Sized> {
  for await (const line of lines) yield { read: await readLine(line), bytes: line?.length ?? 0 };
}

async function* written(answers: AsyncIterable<ImportAnswer>): AsyncGenerator<string> {
  for await (const answer of answers) yield `${JSON.stringify(answer)}\n`;
}
