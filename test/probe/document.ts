// The routes to probe, from the document that the product serves about itself.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Stack } from '../stack.js';

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
export type Schemas = Readonly<Record<string, Schema>>;

export interface Route {
  /** like `PUT /v1/tickets/{id}/status` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  /** answers without a token */
  readonly open: boolean;
}

interface Operation {
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

const entry = 'dist/apps/api/src/main.js';

/** The API as it is built and run, on a stack's parts: only the build fills the schemas of its document. */
export interface BuiltApi {
  readonly url: string;
  readonly routes: readonly Route[];
  readonly schemas: Schemas;
  readonly stop: () => void;
}

export async function startBuilt(stack: Stack): Promise<BuiltApi> {
  if (!existsSync(entry)) throw new Error(`${entry} is not there: npm run build`);
  const { databaseUrl, eventStoreUrl, vaultKey, dataDir } = stack.parts.settings;
  const child = fork(entry, {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: databaseUrl,
      EVENTSTORE_URL: eventStoreUrl,
      LEDGERDESK_VAULT_KEY: vaultKey.toString('base64'),
      LEDGERDESK_EMBEDDED: '1',
      LEDGERDESK_USER_REQUESTS_PER_MINUTE: '1000000',
      LEDGERDESK_ADDRESS_REQUESTS_PER_MINUTE: '1000000',
      DATA_DIR: dataDir,
    },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => void child.kill('SIGKILL');
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message) => resolve((message as { url: string }).url));
      child.once('exit', (code) => reject(new Error(`the API ended with ${code}`)));
    });
    const { paths, components } = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
    return { url, routes: routesOf(paths), schemas: components.schemas, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

export const routesOf = (paths: Document['paths']): Route[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody, security }]) => {
      const [type, content] =
        Object.entries(requestBody?.content ?? {}).find(([name]) => name === 'application/json') ??
        Object.entries(requestBody?.content ?? {})[0] ??
        [];
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
        body: type !== undefined && content ? { type, schema: content.schema } : null,
        open: !security?.length,
      };
    }),
  );

/** Gives a field, by its name, a value that means something here; undefined: whatever fits its schema. */
export type Values = (field: string) => unknown;

/** A body that the schema lets through: what is required, and the fields of `also`. */
export function sample(schema: Schema, schemas: Schemas, values: Values, also: readonly string[] = []): unknown {
  return sampleOf('', schema, schemas, values, also);
}

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

function sampleOf(field: string, schema: Schema, schemas: Schemas, values: Values, also: readonly string[]): unknown {
  const { properties = {}, required = [], enum: choices, items, format, minimum } = resolve(schema, schemas);
  const given = values(field);
  if (given !== undefined && (choices?.includes(given) ?? true)) return given;
  if (choices) return choices[0];
  switch (typeOf(resolve(schema, schemas))) {
    case 'array':
      return [sampleOf(field, items ?? {}, schemas, values, [])];
    case 'object':
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => required.includes(name) || also.includes(name))
          .map(([name, inner]) => [name, sampleOf(name, inner, schemas, values, [])]),
      );
    case 'number':
    case 'integer':
      return minimum ?? 1;
    case 'boolean':
      return true;
    default:
      if (format === 'date-time') return tomorrow;
      return format === 'uuid' ? '6a1f0a39-0000-4000-8000-000000000000' : 'x';
  }
}

const typeOf = ({ type, properties }: Schema): string | undefined =>
  properties ? 'object' : typeof type === 'string' ? type : type?.[0];

/** The schema itself, whatever it is behind. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref) return resolve(schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {}, schemas);
  const [one] = schema.allOf ?? schema.oneOf ?? [];
  return one && !schema.properties
    ? resolve({ ...one, ...(!one.$ref && schema.type && { type: schema.type }) }, schemas)
    : schema;
}
