interface Shape {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  allOf?: Shape[];
  oneOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: boolean;
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

/** Where a value differs from the schema the document gives: undeclared fields, missing ones, other kinds. Empty = exactly as declared. */
export function shapeFaults(schemas: Readonly<Record<string, Shape>>, shape: Shape, value: unknown, at = '$'): string[] {
  const target = shape.$ref ?? shape.allOf?.[0]?.$ref;
  if (value === null) return shape.nullable ? [] : [`${at} is null`];
  if (target) {
    const own = schemas[target.split('/').at(-1)!];
    return own ? shapeFaults(schemas, { ...own, nullable: shape.nullable }, value, at) : [`${at}: no schema ${target}`];
  }
  if (shape.allOf) {
    const parts = shape.allOf.map((part) => (part.$ref ? schemas[part.$ref.split('/').at(-1)!]! : part));
    return shapeFaults(
      schemas,
      {
        type: 'object',
        properties: Object.assign({}, ...parts.map((part) => part.properties)) as Record<string, Shape>,
        required: parts.flatMap((part) => part.required ?? []),
      },
      value,
      at,
    );
  }
  if (shape.oneOf) return [];
  if (shape.type === 'array')
    return Array.isArray(value) ? value.flatMap((one) => shapeFaults(schemas, shape.items ?? {}, one, `${at}[]`)) : [`${at} is no list`];
  if (shape.type === 'object') {
    if (typeof value !== 'object' || Array.isArray(value)) return [`${at} is no object`];
    if (shape.additionalProperties === true && !shape.properties) return [];
    const known = shape.properties ?? {};
    const given = value as Record<string, unknown>;
    return [
      ...Object.keys(given)
        .filter((name) => !(name in known))
        .map((name) => `${at}.${name} is not declared`),
      ...(shape.required ?? []).filter((name) => !(name in given)).map((name) => `${at}.${name} is missing`),
      ...Object.keys(given)
        .filter((name) => name in known)
        .flatMap((name) => shapeFaults(schemas, known[name]!, given[name], `${at}.${name}`)),
    ];
  }
  const kind = shape.type === 'integer' ? (Number.isSafeInteger(value) ? 'integer' : typeof value) : typeof value;
  if (shape.type !== kind) return [`${at} is ${kind}, declared ${shape.type}`];
  const format = shape.format && FORMATS[shape.format];
  return format && !format.test(value as string) ? [`${at} is no ${shape.format}: ${String(value).slice(0, 40)}`] : [];
}
