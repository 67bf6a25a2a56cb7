import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { HEADERS_METADATA } from '@nestjs/common/constants.js';
import { ANSWER, type AnswerRule } from './answers/answered';
import { type Route, routeTable } from './route-table';

const KEY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 120 },
  description: 'Mã do máy gửi tạo, mỗi thao tác một mã: gửi lại cùng mã không thực hiện lần thứ hai.',
} as const;

const VERSION_HEADER = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'string', example: '"1"' },
  description: 'ETag nhận được khi đọc; khác bản hiện tại thì trả 412.',
} as const;

/** The document of the API, made from the code: requests from the checked classes, who may call from `@Access`. */
export function describeApi(application: NestFastifyApplication): OpenAPIObject {
  const words = new DocumentBuilder()
    .setTitle('Bến Về')
    .setDescription('Lỗi trả về theo RFC 9457 (application/problem+json), có mã ổn định. Danh sách đi tiếp bằng `after`.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(application, words);
  for (const route of routeTable(application)) {
    const { method, path, access } = route;
    const verb = method.toLowerCase() as 'post';
    const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[verb];
    if (!operation || !access) continue;
    operation.responses = {
      ...successOf(route, operation.responses),
      default: {
        description: 'Lỗi',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    };
    if (method !== 'GET' && access.roles !== 'anyone' && access.repeat !== 'free')
      operation.parameters = [...(operation.parameters ?? []), KEY_HEADER];
    if (access.versioned) operation.parameters = [...(operation.parameters ?? []), VERSION_HEADER];
  }
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM } };
  return document;
}

type Responses = NonNullable<OpenAPIObject['paths'][string]['get']>['responses'];
const PAGES = 'text/html; charset=utf-8';
const EVENTS = 'text/event-stream; charset=utf-8';
const TEXTS: Readonly<Record<string, string>> = { [PAGES]: 'Trang in', [EVENTS]: 'Dòng sự kiện, đến khi phiên kết thúc' };
const HEADERS = {
  'x-request-id': { description: 'Mã yêu cầu, để báo lỗi', schema: { type: 'string' } },
  etag: { description: 'Phiên bản, gửi lại bằng If-Match khi sửa', schema: { type: 'string' } },
};

/** The one success of a route: nothing (204), a described object, or the file or page its content type names. */
function successOf(route: Route, known: Responses): Responses {
  const handler = (route.controller.prototype as Record<string, object>)[route.name]!;
  const rule = Reflect.getMetadata(ANSWER, handler) as AnswerRule | undefined;
  const status = Object.keys(known).find((code) => code.startsWith('2')) ?? '200';
  const headers = { 'x-request-id': HEADERS['x-request-id'], ...(rule?.etag && { etag: HEADERS.etag }) };
  if (status === '204') return { 204: { description: 'Đã ghi; không có nội dung trả về', headers } };
  if (rule)
    return {
      [status]: {
        description: 'Kết quả',
        headers,
        content: { 'application/json': { schema: { $ref: getSchemaPath(rule.type) } } },
      },
      ...(rule.accepted && {
        202: {
          description: 'Đã nhận; xử lý tiếp ở nền',
          headers,
          content: { 'application/json': { schema: { $ref: getSchemaPath(rule.accepted) } } },
        },
      }),
    };
  const [type] =
    (Reflect.getMetadata(HEADERS_METADATA, handler) as { name: string; value: string }[] | undefined)?.filter(
      ({ name }) => name === 'content-type',
    ) ?? [];
  return {
    [status]: {
      description: TEXTS[type?.value ?? ''] ?? 'Tệp',
      headers,
      content: type
        ? { [type.value]: { schema: { type: 'string', ...(TEXTS[type.value] === undefined && { format: 'binary' }) } } }
        : undefined,
    },
  };
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
    details: { type: 'object', additionalProperties: true },
  },
};

/** A plain page of every route, without scripts: it works under the strictest content policy and offline. */
export function describeApiAsPage(document: OpenAPIObject): string {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { summary?: string; 'x-access'?: { roles: 'anyone' | string[]; fields: string } }>).map(
      ([verb, operation]) => {
        const access = operation['x-access'];
        const roles = access?.roles === 'anyone' ? 'mọi người' : (access?.roles.join(', ') ?? '');
        return `<tr><td><code>${verb.toUpperCase()}</code></td><td><code>${escape(path)}</code></td><td>${escape(operation.summary ?? '')}</td><td>${escape(roles)}</td><td>${escape(access?.fields ?? '')}</td></tr>`;
      },
    ),
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bến Về: API</title>
<h1>Bến Về: API</h1><p>Tài liệu cho máy đọc: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p>
<table border="1" cellpadding="6"><thead><tr><th>Cách gọi</th><th>Địa chỉ</th><th>Việc</th><th>Vai trò</th><th>Mức dữ liệu</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
