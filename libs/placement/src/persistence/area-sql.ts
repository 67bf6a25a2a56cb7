import { type Actor, notFound } from '@app/kernel';

/** Parameters `$1` (province) and `$2` (communes, null for all of it) of every statement about the actor's own people. Others answer for nobody here. */
export function areaSql({ scope }: Actor): [province: string, communes: readonly string[] | null] {
  if (scope.kind === 'province') return [scope.province, null];
  if (scope.kind === 'commune') return [scope.province, scope.communes];
  throw notFound();
}
