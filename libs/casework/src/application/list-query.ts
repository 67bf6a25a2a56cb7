import type { Tx } from '@app/platform';
import { nameTokens, SearchWorkers } from '@app/workers';
import type { CaseCursor } from '../domain/case-cursor';
import type { CaseFilter } from '../domain/case-line';
import { type Stage, STORED_STAGES, type StoredStage } from '../domain/stages';
import type { ListQuery, Place } from '../persistence/case-list-rows';
import type { StayRuleTable } from './case-rules';

const STORED_AS: Partial<Record<Stage, readonly StoredStage[]>> = {
  ABROAD_GRACE: ['ABROAD'],
  SUSPECTED_OVERSTAY: ['ABROAD', 'ABSCONDED'],
};

/** What a stored stage may be called by the calendar: where all of it is asked for, the calendar need not be. */
const SHOWN_AS: Partial<Record<StoredStage, readonly Stage[]>> = {
  ABROAD: ['ABROAD', 'ABROAD_GRACE', 'SUSPECTED_OVERSTAY'],
  ABSCONDED: ['ABSCONDED', 'SUSPECTED_OVERSTAY'],
};

/** The filter as one index-friendly query of the actor's place; undefined: an actor who sees no case. */
export async function listQuery(
  tx: Tx,
  filter: CaseFilter,
  after: CaseCursor | undefined,
  limit: number,
  stay: StayRuleTable,
): Promise<ListQuery | undefined> {
  const place = placeOf(tx, filter);
  if (!place) return undefined;
  const code = filter.text && /^[2-9A-HJKMNP-TV-Z]{10}$/i.test(filter.text.trim()) ? filter.text.trim().toUpperCase() : undefined;
  const tokens = code ? [] : nameTokens(filter.text ?? '');
  const pivot =
    tokens.length > 0 && place.column === 'province_code' ? await SearchWorkers.rarest(tx, place.values[0]!, tokens) : undefined;
  const { stages, calendar } = storedStages(filter.stages);
  const { markets, communes, agencyId, endFrom, endTo, departedFrom, departedTo, sex, legalForm, programme } = filter;
  return {
    place,
    stages: stages ?? (place.column === 'agency_id' || place.column === 'commune_code' ? STORED_STAGES : undefined),
    calendar,
    markets: markets?.length ? markets : undefined,
    agencyId,
    endFrom,
    endTo,
    departedFrom,
    departedTo,
    sex,
    legalForm,
    programme,
    alerted: filter.alerted === true,
    unproven: filter.unproven,
    code,
    sort: filter.sort ?? 'end',
    descending: filter.descending === true,
    after,
    limit,
    communes: place.column === 'commune_code' || !communes?.length ? undefined : communes,
    withTotal: filter.withTotal === true,
    stay: stay.asJson(),
    ...(tokens.length > 0 && {
      name: {
        ...(pivot && { pivot }),
        patterns: tokens.filter((token) => token !== pivot).map((token) => `% ${token}%`),
      },
    }),
  };
}

function placeOf({ actor: { scope } }: Tx, filter: CaseFilter): Place | undefined {
  switch (scope.kind) {
    case 'province':
      return { column: 'province_code', values: [scope.province] };
    case 'commune': {
      const { communes } = filter;
      return {
        column: 'commune_code',
        values: communes?.length ? scope.communes.filter((code) => communes.includes(code)) : scope.communes,
      };
    }
    case 'agency':
      return { column: 'agency_id', values: [scope.agencyId] };
    case 'bank':
      return { column: 'bank_id', values: [scope.bankId] };
    default:
      return undefined;
  }
}

/** Stages the calendar derives are looked for among the stored ones they come from. */
function storedStages(asked: readonly Stage[] | undefined): {
  stages?: StoredStage[];
  calendar?: ListQuery['calendar'];
} {
  if (!asked?.length) return {};
  const stages = [...new Set(asked.flatMap((stage) => STORED_AS[stage] ?? [stage as StoredStage]))];
  const dated = stages.some((stage) => SHOWN_AS[stage]?.some((name) => !asked.includes(name)));
  return {
    stages,
    ...(dated && { calendar: { stages: asked, running: asked.length === 1 && asked[0] === 'ABROAD' } }),
  };
}
