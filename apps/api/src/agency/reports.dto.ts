import { RETURN_TYPES, type ReturnType } from '@app/casework';
import type { LocalDate } from '@app/kernel';
import { Day, Market, OneOf, Text } from '../http/fields';

export class ExitReport {
  @Day() exitOn: LocalDate;
  @Market({ optional: true }) market?: string;
  @Text(200, { optional: true, example: 'Nhà máy Sakura' }) employer?: string;
  @Text(200, { optional: true }) workplace?: string;
  @Text(60, { optional: true }) gate?: string;
  @Day({ optional: true }) contractStart?: LocalDate;
  @Day({ optional: true, example: '2029-11-20' }) contractEnd?: LocalDate;
  @Text(1000, { optional: true, multiline: true }) note?: string;
}

export class ReturnReport {
  @Day() returnedOn: LocalDate;
  @OneOf(RETURN_TYPES, { example: 'COMPLETED' }) returnType: ReturnType;
  @Text(60, { optional: true }) reason?: string;
  @OneOf(['WORKER', 'EMPLOYER', 'AGENCY', 'FORCE_MAJEURE', 'NONE'], { optional: true }) fault?:
    | 'WORKER'
    | 'EMPLOYER'
    | 'AGENCY'
    | 'FORCE_MAJEURE'
    | 'NONE';
  @Text(1000, { optional: true, multiline: true }) note?: string;
}

export class ExtensionReport {
  @Day({ example: '2029-12-31' }) newEnd: LocalDate;
  @Day({ optional: true }) startsOn?: LocalDate;
  @Day({ optional: true }) signedOn?: LocalDate;
  @Day({ optional: true }) stayUntil?: LocalDate;
  @Text(1000, { optional: true, multiline: true }) note?: string;
}

export class TransferReport {
  @Day() transferredOn: LocalDate;
  @Text(200, { example: 'Nhà máy Fuji' }) employer: string;
  @Text(200, { optional: true }) workplace?: string;
  @Day({ optional: true, example: '2029-12-31' }) newEnd?: LocalDate;
  @Text(1000, { optional: true, multiline: true }) note?: string;
}

export class AbsenceReport {
  @Day() noticedOn: LocalDate;
  @Day({ optional: true }) lastSeenOn?: LocalDate;
  @Text(1000, { optional: true, multiline: true }) note?: string;
}
