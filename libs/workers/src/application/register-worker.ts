import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { RegisterAnswer, RegisterCommand } from '../domain/register-command';

@Injectable()
export class RegisterWorker {
  async run(_actor: Actor, _command: RegisterCommand): Promise<RegisterAnswer> {
    throw new Error('not yet');
  }
}
