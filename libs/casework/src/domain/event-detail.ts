import type { ContractTerms, Milestone, MilestoneDetail } from './milestone';

/** What an event keeps: the detail and the contract's dates, so that the case can be computed anew from its events alone. */
export interface EventDetail extends MilestoneDetail {
  readonly contract?: Pick<ContractTerms, 'kind' | 'signedOn' | 'startsOn' | 'endsOn' | 'occupation'>;
  /** How the case came to be; on its first event only. */
  readonly opened?: 'desk' | 'record';
  readonly sourceRef?: string;
  /** The agency that had the case until another took it over: it is told that it has it no longer. */
  readonly fromAgencyId?: string;
}

type MoreDetail = Pick<EventDetail, 'opened' | 'sourceRef' | 'fromAgencyId'>;

export function detailOf({ detail, contract }: Milestone, more: MoreDetail = {}): EventDetail {
  if (!contract) return { ...detail, ...more };
  const { kind, signedOn, startsOn, endsOn, occupation } = contract;
  return {
    ...detail,
    ...more,
    contract: {
      kind,
      ...(signedOn && { signedOn }),
      ...(startsOn && { startsOn }),
      ...(endsOn && { endsOn }),
      ...(occupation && { occupation }),
    },
  };
}
