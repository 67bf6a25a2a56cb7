import { Module } from '@nestjs/common';
import { ActorOfLogin } from './application/actor-of-login';
import { ApiKeys } from './application/api-keys';
import { CreateUser } from './application/create-user';
import { CreateUsers } from './application/create-users';
import { DeskWork } from './application/desk-work';
import { ListAudit } from './application/list-audit';
import { ListDirectory } from './application/list-directory';
import { LoadOrganisations } from './application/load-organisations';
import { OneTimeLinks } from './application/one-time-links';
import { PasswordHasher } from './application/password-hasher';
import { Preferences } from './application/preferences';
import { ResetUser } from './application/reset-user';
import { Sessions } from './application/sessions';
import { SetPassword } from './application/set-password';
import { SignIn } from './application/sign-in';
import { DatabaseWalls } from './persistence/database-walls';
import { SignInDoor } from './persistence/sign-in-door';

const PUBLISHED = [
  ActorOfLogin,
  ApiKeys,
  CreateUser,
  CreateUsers,
  DatabaseWalls,
  DeskWork,
  ListAudit,
  ListDirectory,
  LoadOrganisations,
  PasswordHasher,
  Preferences,
  ResetUser,
  Sessions,
  SetPassword,
  SignIn,
];

/** Who may come in, for whom they act, and what lies on whose desk. */
@Module({ providers: [...PUBLISHED, OneTimeLinks, SignInDoor], exports: PUBLISHED })
export class IdentityModule {}
