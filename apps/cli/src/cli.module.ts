import { AgenciesModule } from '@app/agencies';
import { CaseworkModule } from '@app/casework';
import { CrosscheckModule } from '@app/crosscheck';
import { IdentityModule } from '@app/identity';
import { ImportsModule } from '@app/imports';
import { LoansModule } from '@app/loans';
import { NoticesModule } from '@app/notices';
import { OutreachModule } from '@app/outreach';
import { OverstayModule } from '@app/overstay';
import { AppConfig, PlatformModule } from '@app/platform';
import { PapersModule } from '@app/papers';
import { PlacementModule } from '@app/placement';
import { PolicyModule } from '@app/policy';
import { ReportingModule } from '@app/reporting';
import { SettlementModule } from '@app/settlement';
import { SupportModule } from '@app/support';
import { TerritoryModule } from '@app/territory';
import { TrainingModule } from '@app/training';
import { WorkersModule } from '@app/workers';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { DatabaseRole } from './command';
import { connectionOf } from './connection-of';

/** Contexts whose use cases commands call; a lib joins by one line. */
const CONTEXTS: readonly Type[] = [
  PolicyModule,
  TerritoryModule,
  IdentityModule,
  WorkersModule,
  AgenciesModule,
  CaseworkModule,
  OverstayModule,
  OutreachModule,
  TrainingModule,
  PlacementModule,
  CrosscheckModule,
  PapersModule,
  LoansModule,
  NoticesModule,
  ImportsModule,
  ReportingModule,
  SettlementModule,
  SupportModule,
];

/** What a command finds in its application context: the platform as one database role, and every context. */
@Module({})
export class CliModule {
  static as(role: DatabaseRole, config: AppConfig): DynamicModule {
    const platform = PlatformModule.forRoot({
      name: `benve-cli-${role}`,
      config: Object.assign(new AppConfig(), config, { DATABASE_URL: connectionOf(role, config) }),
    });
    return { module: CliModule, imports: [platform, ...CONTEXTS] };
  }
}
