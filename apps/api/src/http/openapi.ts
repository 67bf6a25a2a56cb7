import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { routeTable } from './route-table';

const KEY_HEADER = {
  name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 120 },
  description: 'Mã do máy gửi tạo, mỗi thao tác một mã: gửi lại cùng mã không thực hiện lần thứ hai.',
} as const;

const VERSION_HEADER = {
  name: 'If-Match', in: 'header', required: true, schema: { type: 'string', example: '"1"' }, description: 'ETag nhận được khi đọc; khác bản hiện tại thì trả 412.',
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
  for (const { method, path, access } of routeTable(application)) {
    const verb = method.toLowerCase() as 'post';
    const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[verb];
    if (!operation || !access) continue;
    operation.responses = { ...operation.responses, default: { description: 'Lỗi', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } };
    if (method !== 'GET' && access.roles !== 'anyone' && access.repeat !== 'free') operation.parameters = [...(operation.parameters ?? []), KEY_HEADER];
    if (access.versioned) operation.parameters = [...(operation.parameters ?? []), VERSION_HEADER];
  }
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM } };
  return document;
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, code: { type: 'string' }, requestId: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } } },
    details: { type: 'object', additionalProperties: true },
  },
};

/** A plain page of every route, without scripts: it works under the strictest content policy and offline. */
export function describeApiAsPage(document: OpenAPIObject): string {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { summary?: string; 'x-access'?: { roles: 'anyone' | string[]; fields: string } }>).map(([verb, operation]) => {
      const access = operation['x-access'];
      const roles = access?.roles === 'anyone' ? 'mọi người' : (access?.roles.join(', ') ?? '');
      return `<tr><td><code>${verb.toUpperCase()}</code></td><td><code>${escape(path)}</code></td><td>${escape(operation.summary ?? '')}</td><td>${escape(roles)}</td><td>${escape(access?.fields ?? '')}</td></tr>`;
    }),
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bến Về: API</title>
<h1>Bến Về: API</h1><p>Tài liệu cho máy đọc: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p>
<table border="1" cellpadding="6"><thead><tr><th>Cách gọi</th><th>Địa chỉ</th><th>Việc</th><th>Vai trò</th><th>Mức dữ liệu</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
