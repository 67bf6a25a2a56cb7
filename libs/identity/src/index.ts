export * from './application/actor-of-login';
export * from './domain/account';
export * from './domain/decide-scope';
export * from './domain/desk-task';
export * from './domain/organisation';
export * from './identity.module';
export { DeskTasks } from './persistence/desk-tasks';
export { OrganisationDirectory } from './persistence/organisation-directory';
export { type LoggedRead, type ReadLine, ReadLog } from './persistence/read-log';
