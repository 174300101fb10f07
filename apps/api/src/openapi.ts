// The generated contract: `/openapi.json`, and as pages at `/docs`.
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Ledgerdesk')
    .setDescription('Event-sourced ticket service. `/v1` grows only by added fields, enum values and event types.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: "What a guest's link holds" }, 'guest-link')
    .addCookieAuth('ledgerdesk-session', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  return withSessions(SwaggerModule.createDocument(app, about));
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const csrfToken = {
  name: 'X-CSRF-Token',
  in: 'header' as const,
  required: false,
  schema: { type: 'string' },
  description: "Of a browser's session, which needs it here",
};

/** The gate takes a session wherever it takes a token, and from a session the CSRF token with all that is not read. */
function withSessions(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path) as [string, Operation][]) {
      if (!operation.security?.some((way) => 'bearer' in way)) continue;
      operation.security = [{ bearer: [] }, { session: [] }];
      if (method !== 'get') operation.parameters = [...(operation.parameters ?? []), csrfToken];
    }
  }
  return document;
}

export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Ledgerdesk API',
  });
}
