import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Access } from '../http/access';
import { describeApiAsPage } from '../http/openapi';

/** Holds the document once the application has made it. */
export class ApiDocument {
  document: OpenAPIObject;
}

@ApiExcludeController()
@Controller('api')
export class OpenApiController {
  constructor(private readonly holder: ApiDocument) {}

  @Get('v1/openapi.json')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  json(): OpenAPIObject {
    return this.holder.document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  page(): string {
    return describeApiAsPage(this.holder.document);
  }
}
