// Does an answer look as the OpenAPI document says? Just the parts of JSON Schema that the document uses.
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
export type Schemas = Readonly<Record<string, Schema>>;

export function resolve(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref === undefined) return schema;
  const found = schemas[schema.$ref.replace('#/components/schemas/', '')];
  if (!found) throw new Error(`${schema.$ref} leads nowhere`);
  return found;
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Paths at which the value is not what the schema says; fields the schema does not name are wrong too. */
export function deviations(value: unknown, given: Schema, schemas: Schemas, path = ''): string[] {
  const schema = resolve(given, schemas);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    return choices.some((choice) => deviations(value, choice, schemas, path).length === 0) ? [] : [`${path} fits none`];
  }
  if (schema.allOf?.length === 1 && schema.allOf[0]) return deviations(value, schema.allOf[0], schemas, path);
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${path} is ${JSON.stringify(value)}`];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.includes(typeOf(value)))
    return [`${path} is ${typeOf(value)}, not ${types.join('|')}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => deviations(item, schema.items ?? {}, schemas, `${path}[${index}]`));
  }
  if (typeOf(value) !== 'object' || (schema.type === undefined && !schema.properties)) return [];
  const fields = value as Record<string, unknown>;
  const { properties = {}, required = [], additionalProperties } = schema;
  return [
    ...required.filter((name) => fields[name] === undefined).map((name) => `${path}.${name} is missing`),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const known = properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
      if (known) return deviations(field, known, schemas, `${path}.${name}`);
      return additionalProperties === true ? [] : [`${path}.${name} is not documented`];
    }),
  ];
}
