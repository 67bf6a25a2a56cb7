import { LEGAL_FORMS, type LegalForm } from '@app/casework';
import type { CitizenId, LocalDate } from '@app/kernel';
import {
  DECLINE_REASONS,
  type DeclineReason,
  DEMAND_SOURCES,
  type DemandSource,
  PROPOSAL_STATES,
  type ProposalAnswer,
  type ProposalState,
} from '@app/outreach';
import { IsUUID, Matches, MaxLength } from 'class-validator';
import { CommuneCode, Day, Id, ListOf, Market, OneOf, PageQuery, Shaped, Text } from '../http/fields';
import { RegisterWorkerRequest } from './worker.dto';

const MARKETS = { each: [Matches(/^[A-Z]{2}$/, { each: true, message: 'phải là mã thị trường gồm 2 chữ hoa' })] };
const WORDS = { each: [MaxLength(80, { each: true, message: 'dài nhất 80 ký tự' })] };

export class DemandRequest extends RegisterWorkerRequest {
  @ListOf(() => String, 10, { optional: 'absent', ...MARKETS }) markets?: string[];
  @ListOf(() => String, 10, { optional: 'absent', ...WORDS }) occupations?: string[];
  @Text(60, { optional: 'absent' }) language?: string;
  @Day({ optional: 'absent' }) canGoFrom?: LocalDate;
  @OneOf(DEMAND_SOURCES, { example: 'COMMUNE' }) source: DemandSource;
  @Text(120, { optional: 'absent', description: 'Tên trường, đơn vị, phiên giao dịch' }) event?: string;
  @Text(1000, { optional: 'absent', multiline: true }) note?: string;
}

export class DemandLineRequest {
  @Text(120, { min: 2, example: 'Lò Văn Mới' }) fullName: string;
  @CommuneCode({ optional: 'absent', example: '12001' }) communeCode?: string;
  @Text(200, { optional: 'absent', description: 'Xã như trong danh sách, tên cũ cũng được; thay cho mã' }) place?: string;
  @Day({ optional: 'absent' }) birthDate?: LocalDate;
  @OneOf(['Y', 'YM', 'YMD'], { optional: 'absent' }) birthPrecision?: 'Y' | 'YM' | 'YMD';
  @OneOf(['M', 'F'], { optional: 'absent' }) sex?: 'M' | 'F';
  @Shaped(/^\+?[\d .]{8,16}$/, 'số điện thoại', { optional: 'absent' }) phone?: string;
  @Shaped(/^\d{12}$/, 'số căn cước gồm 12 chữ số', { optional: 'absent' }) citizenId?: CitizenId;
  @ListOf(() => String, 10, { optional: 'absent', ...MARKETS }) markets?: string[];
  @ListOf(() => String, 10, { optional: 'absent', ...WORDS }) occupations?: string[];
}

export class DemandListRequest {
  @OneOf(DEMAND_SOURCES, { example: 'SCHOOL' }) source: DemandSource;
  @Text(120, { optional: 'absent', example: 'Trường Cao đẳng Lai Châu' }) event?: string;
  @ListOf(() => DemandLineRequest, 500, { example: [] }) lines: DemandLineRequest[];
}

export class DemandsQuery extends PageQuery {
  @OneOf(['REGISTERED', 'COUNSELLED', 'SOURCED'], { optional: true }) stage?: 'REGISTERED' | 'COUNSELLED' | 'SOURCED';
  @Market({ optional: true }) market?: string;
  @OneOf(DEMAND_SOURCES, { optional: true }) source?: DemandSource;
  @OneOf(['true', 'false'], { optional: true, description: 'Chỉ người do tài khoản này phụ trách' }) mine?: string;
}

export class CounsellingRequest {
  @Day() heldOn: LocalDate;
  @OneOf(['MEETING', 'PHONE', 'HOME', 'FAIR', 'ONLINE'], { example: 'MEETING' }) channel: string;
  @Market({ optional: 'absent' }) market?: string;
  @Text(60, { optional: 'absent', description: 'Bản tin thị trường đã đưa cho người lao động' }) sheet?: string;
  @OneOf(['AGREED', 'THINKING', 'OTHER_MARKET', 'REFUSED'], { example: 'AGREED' }) outcome: string;
  @OneOf(LEGAL_FORMS, { optional: 'absent', description: 'Hình thức đi đã thống nhất; chỉ ghi khi đồng ý đi' }) legalForm?: LegalForm;
  @Text(40, { optional: 'absent', description: 'Chương trình đã thống nhất' }) programme?: string;
  @Text(1000, { optional: 'absent', multiline: true }) note?: string;
}

export class OfficerRequest {
  @Id() accountId: string;
  @Id({ optional: 'absent' }) deputyId?: string;
  @Text(300, { optional: 'absent', multiline: true }) reason?: string;
}

export class HandOverRequest {
  @Id({ optional: 'absent', description: 'Người bàn giao, khi không phải là chính tài khoản này: đồng nghiệp vắng mặt hoặc đã nghỉ' })
  fromAccountId?: string;
  @Id() accountId: string;
  @Text(300, { min: 5, multiline: true, example: 'Chuyển công tác' }) reason: string;
}

export class ProposeRequest {
  @ListOf(() => String, 200, { example: [], each: [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })] })
  caseIds: string[];
  @Text(500, { optional: 'absent', multiline: true }) note?: string;
}

export class ProposalsQuery extends PageQuery {
  @Id({ optional: true }) orderId?: string;
  @OneOf(PROPOSAL_STATES, { optional: true }) state?: ProposalState;
}

export class ProposalAnswerRequest implements ProposalAnswer {
  @Id() proposalId: string;
  @OneOf(['accept', 'decline'], { example: 'accept' }) answer: 'accept' | 'decline';
  @OneOf(DECLINE_REASONS, { optional: 'absent' }) reason?: DeclineReason;
  @Text(500, { optional: 'absent', multiline: true }) note?: string;
}

export class ProposalAnswersRequest {
  @ListOf(() => ProposalAnswerRequest, 200, { example: [] }) answers: ProposalAnswerRequest[];
}
