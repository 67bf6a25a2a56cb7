import { type LocalDate, notFound, systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type NamedPlace, type PublicFair, PublicFairRows } from '../persistence/public-fair-rows';
import { FairRows } from '../persistence/fair-rows';
import { calendarOf } from './calendar-of';

export interface ComingFairs {
  readonly today: LocalDate;
  readonly fairs: PublicFair[];
  /** Provinces where a fair is coming. */
  readonly provinces: NamedPlace[];
  /** Communes of the province asked for, to choose one's own; empty without a province. */
  readonly communes: NamedPlace[];
}

/** Coming fairs in the open: no person, no account. */
@Injectable()
export class PublicFairs {
  constructor(private readonly runner: TransactionRunner) {}

  async coming(place: { province?: string; commune?: string }): Promise<ComingFairs> {
    return this.runner.run(systemActor('public-fairs'), async (tx) => ({
      today: await FairRows.today(tx),
      fairs: await PublicFairRows.coming(tx, place),
      provinces: await PublicFairRows.provinces(tx),
      communes: place.province ? await PublicFairRows.communes(tx, place.province) : [],
    }));
  }

  /** One fair as a calendar file (RFC 5545). Throws NOT_FOUND for one that is over, called off or unknown. */
  async calendar(fairId: string): Promise<string> {
    const fair = await this.runner.run(systemActor('public-fairs'), (tx) => PublicFairRows.one(tx, fairId));
    if (!fair) throw notFound('Không tìm thấy phiên giao dịch việc làm này, hoặc phiên đã qua.');
    return calendarOf(fair);
  }
}
