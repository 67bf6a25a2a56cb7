import { IdentityModule } from '@app/identity';
import { type AppConfig, createLog, PlatformModule } from '@app/platform';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsController } from './admin/accounts.controller';
import { OrganisationsController } from './admin/organisations.controller';
import { ApiKeysController } from './agency/api-keys.controller';
import { DeskTasksController } from './center/desk-tasks.controller';
import { AccessGuard } from './http/access.guard';
import { OnceInterceptor } from './http/once.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { HealthController } from './public/health.controller';
import { ApiDocument, OpenApiController } from './public/openapi.controller';
import { SessionController } from './session/session.controller';

/** Contexts whose use cases the routes call. */
const CONTEXTS: readonly Type[] = [IdentityModule];

const CONTROLLERS: Type[] = [
  SessionController, HealthController, OpenApiController,
  DeskTasksController,
  ApiKeysController,
  AccountsController, OrganisationsController,
];

@Module({})
export class ApiModule {
  static of(config: AppConfig, extra: Type[] = []): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot({ name: 'benve-api', config }), ...CONTEXTS],
      controllers: [...CONTROLLERS, ...extra],
      providers: [
        ApiDocument,
        { provide: ProblemFilter, useFactory: () => new ProblemFilter(createLog('benve-api')) },
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
      ],
    };
  }
}
