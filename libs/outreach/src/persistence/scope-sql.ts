import type { Scope } from '@app/kernel';

/** The service's own filter by jurisdiction, which lets lists walk their index; row security filters again. `$n` takes {@link scopeValue}. */
export function scopeSql({ kind }: Scope, parameter: string): string {
  if (kind === 'province') return `c.province_code = (${parameter}::text[])[1]`;
  if (kind === 'commune') return `c.commune_code = any (${parameter}::text[])`;
  if (kind === 'agency') return `c.agency_id = (${parameter}::text[])[1]::uuid`;
  return kind === 'system' ? `${parameter}::text[] is not null` : `${parameter}::text[] is null`;
}

export function scopeValue(scope: Scope): readonly string[] {
  if (scope.kind === 'province') return [scope.province];
  if (scope.kind === 'commune') return scope.communes;
  return scope.kind === 'agency' ? [scope.agencyId] : [];
}
