import type { LocalDate } from '@app/kernel';
import { Answered } from './answered';

export class OwnOrganisationAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') name: string;
}

export class MeResponse {
  @Answered('text') login: string;
  @Answered('text') displayName: string;
  @Answered('text') role: string;
  @Answered(() => OwnOrganisationAnswer, { empty: true }) organisation: OwnOrganisationAnswer | null;
  @Answered('text', { empty: true }) provinceCode: string | null;
  @Answered('text', { list: true }) communes: string[];
  @Answered('day') today: LocalDate;
}

export class SessionResponse {
  @Answered('text') token: string;
  @Answered('moment') expiresAt: Date;
  @Answered(() => MeResponse) me: MeResponse;
}

export class LiveResponse {
  @Answered('text') status: string;
}

export class ReadyResponse {
  @Answered('text') status: string;
  @Answered('text') database: string;
  @Answered('text') background: string;
}

export class MarketAnswer {
  @Answered('text') code: string;
  @Answered('text') name: string;
}

export class MarketListResponse {
  @Answered(() => MarketAnswer, { list: true }) markets: MarketAnswer[];
}

export class ProgrammeAnswer {
  @Answered('text') code: string;
  @Answered('text') title: string;
  @Answered('text') legalForm: string;
  @Answered('text') market: string;
}

export class ProgrammeListResponse {
  @Answered(() => ProgrammeAnswer, { list: true }) programmes: ProgrammeAnswer[];
}

export class UnitAnswerLine {
  @Answered('whole') unitId: number;
  @Answered('text') code: string;
  @Answered('text') name: string;
  @Answered('flag', { absent: true }) hint?: boolean;
}

export class ResolvedPlaceAnswer {
  @Answered('text') kind: string;
  @Answered(() => UnitAnswerLine, { absent: true }) today?: UnitAnswerLine;
  @Answered(() => UnitAnswerLine, { absent: true }) old?: UnitAnswerLine;
  @Answered('flag', { absent: true }) respelled?: boolean;
  @Answered('flag', { absent: true }) unmarked?: boolean;
  @Answered('flag', { absent: true }) certain?: boolean;
  @Answered(() => UnitAnswerLine, { list: true, absent: true }) candidates?: UnitAnswerLine[];
}

export class CommuneAnswer {
  @Answered('whole') unitId: number;
  @Answered('text') code: string;
  @Answered('text') name: string;
  @Answered('text') type: string;
  @Answered('text') province: string;
}

export class UnitListResponse {
  @Answered(() => ResolvedPlaceAnswer) answer: ResolvedPlaceAnswer;
  @Answered(() => CommuneAnswer, { list: true }) communes: CommuneAnswer[];
}

export class UnitOfCodeAnswer {
  @Answered('text') level: string;
  @Answered('text') name: string;
  @Answered('day', { empty: true }) from: string | null;
  @Answered('day', { empty: true }) to: string | null;
  @Answered('flag') verified: boolean;
  @Answered(() => UnitAnswerLine, { list: true }) today: UnitAnswerLine[];
}

export class MergedUnitAnswer {
  @Answered('whole') unitId: number;
  @Answered('text') code: string;
  @Answered('text') name: string;
  @Answered('day') to: string;
  @Answered('text', { empty: true }) district: string | null;
  @Answered('flag') divided: boolean;
  @Answered('flag') verified: boolean;
}

export class ProvinceListResponse {
  @Answered(() => UnitAnswerLine, { list: true }) provinces: UnitAnswerLine[];
}

export class UnitResponse {
  @Answered('text') code: string;
  @Answered(() => CommuneAnswer, { empty: true }) today: CommuneAnswer | null;
  @Answered(() => UnitOfCodeAnswer, { list: true }) history: UnitOfCodeAnswer[];
  @Answered(() => MergedUnitAnswer, { list: true }) mergedFrom: MergedUnitAnswer[];
}

export class PreferenceResponse {
  @Answered('text') key: string;
  @Answered('any', { empty: true }) value: unknown;
}

export class ViewAnswer {
  @Answered('id') id: string;
  @Answered('text') screen: string;
  @Answered('text') name: string;
  @Answered('text') query: string;
  @Answered('flag') shared: boolean;
  @Answered('flag') own: boolean;
  @Answered('text') author: string;
}

export class ViewListResponse {
  @Answered(() => ViewAnswer, { list: true }) views: ViewAnswer[];
}

export class ViewAddedResponse {
  @Answered('id') id: string;
}
