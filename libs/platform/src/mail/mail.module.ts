import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { Mailer } from './mailer';

/** Mail for the process that delivers; a request never sends one. */
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  static forRoot(): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [
        {
          provide: Mailer,
          inject: [AppConfig],
          useFactory: (config: AppConfig) => {
            if (!config.SMTP_URL) throw new Error('SMTP_URL is not set: no server to send mail through');
            return new Mailer({
              url: config.SMTP_URL,
              from: config.MAIL_FROM,
              requireTls: config.BENVE_MODE === 'production',
            });
          },
        },
      ],
      exports: [Mailer],
    };
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}
