import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { AlertAnswerLine, Operations } from '../../../api/schema';
import type { AddressState } from '../../parts/use-address';

type AlertQuery = Operations['GET /api/v1/alerts']['query'];

export const FAMILIES = [
  'RETURN_UNCONFIRMED',
  'SUSPECTED_OVERSTAY',
  'OVERSTAY',
  'PERSUASION_DUE',
  'ABSCONDED_REPORT',
  'RESIDENCE_NOTICE',
  'EXPIRY',
  'SEASONAL_EXPIRY',
  'LAISSEZ_PASSER',
  'WAIT_180',
  'CERT_24M',
  'PASSPORT',
  'HEALTH',
  'DB_UPDATE',
  'END_UNKNOWN',
  'LOAN_DECISION',
  'INSTALMENT',
  'EPS_ESCROW_35',
  'LIQUIDATION_180',
  'REFUND_DUE',
] as const;
export const OWNERS = ['agency', 'centre', 'commune', 'department'] as const;
export const STATES = ['open', 'answered', 'closed'] as const;
const one = <T extends string>(known: readonly T[], text: string | undefined): T | undefined => known.find((value) => value === text);

/** The filters as they stand in the address; what is not known there is no filter. */
export function alertQueryOf({ ho, quytac, tinhtrang, hoi, xa, quahan }: AddressState): AlertQuery {
  return {
    family: one(FAMILIES, ho),
    rule: quytac,
    state: one(STATES, tinhtrang),
    owner: one(OWNERS, hoi),
    communeCode: xa,
    overdue: quahan === '1' ? 'true' : undefined,
  };
}

export function useAlerts(filter: AlertQuery) {
  const query = useInfiniteQuery({
    queryKey: ['alerts', filter],
    queryFn: ({ pageParam, signal }) => call('GET /api/v1/alerts', { query: { ...filter, after: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const alerts: readonly AlertAnswerLine[] = query.data?.pages.flatMap((page) => page.alerts) ?? [];
  return { query, alerts };
}
