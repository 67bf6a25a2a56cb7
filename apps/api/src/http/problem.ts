import { DomainError, type DomainErrorKind } from '@app/kernel';
import { HttpException } from '@nestjs/common';

/** RFC 9457 problem details, with a stable code, the request's id and, for wrong input, every wrong field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly FieldFault[];
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

const STATUS: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 422,
  refused: 409,
  forbidden: 403,
  missing: 404,
  stale: 412,
  limited: 429,
  malformed: 400,
  unauthenticated: 401,
};
const TITLES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không đúng',
  401: 'Chưa đăng nhập',
  403: 'Không được phép',
  404: 'Không tìm thấy',
  405: 'Không được phép',
  408: 'Quá thời gian',
  409: 'Không thực hiện được',
  412: 'Dữ liệu đã thay đổi',
  413: 'Nội dung quá lớn',
  414: 'Địa chỉ quá dài',
  415: 'Sai định dạng',
  422: 'Dữ liệu chưa đúng',
  429: 'Quá nhiều yêu cầu',
  500: 'Lỗi hệ thống',
  503: 'Tạm thời không phục vụ được',
};
const DETAILS: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['REQUEST_MALFORMED', 'Không đọc được yêu cầu. Hãy kiểm tra định dạng JSON.'],
  403: ['OUT_OF_JURISDICTION', 'Nơi ghi nằm ngoài phạm vi của đơn vị. Hãy chuyển cho đơn vị phụ trách.'],
  404: ['NOT_FOUND', 'Không tìm thấy dữ liệu này trong phạm vi của bạn.'],
  408: ['REQUEST_TIMEOUT', 'Yêu cầu gửi quá lâu. Hãy thử lại.'],
  409: ['CONFLICT', 'Dữ liệu này vừa được ghi ở nơi khác. Hãy tải lại rồi thử lại.'],
  422: ['REFERENCE_WRONG', 'Yêu cầu nêu một mục không tồn tại hoặc không khớp. Hãy chọn lại.'],
  413: ['BODY_TOO_LARGE', 'Nội dung gửi lên quá lớn. Hãy chia nhỏ.'],
  414: ['URL_TOO_LONG', 'Địa chỉ yêu cầu quá dài.'],
  415: ['MEDIA_TYPE_REFUSED', 'Chỉ nhận nội dung JSON (application/json) hoặc tệp theo multipart/form-data.'],
  500: ['INTERNAL', 'Có lỗi trong hệ thống. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên kèm mã yêu cầu.'],
  503: ['UNAVAILABLE', 'Hệ thống đang bận hoặc mất kết nối cơ sở dữ liệu. Hãy thử lại sau ít phút.'],
};

/** PostgreSQL's refusal of a value (bad text, number or date out of range) is the sender's fault, never ours. */
const VALUE_REFUSED = /^22(?:021|P02|P05|003|007|008|001|023)$/;
const UNREACHABLE = /^(?:57P0\d|57014|53\d{3}|08\d{3}|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;

export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) return fromDomain(error, requestId);
  const status = statusOf(error);
  const [code, detail] = DETAILS[status] ?? DETAILS[status < 500 ? 400 : 500]!;
  return { type: `urn:benve:problem:${code}`, title: TITLES[status] ?? TITLES[500]!, status, detail, code, requestId };
}

function fromDomain(error: DomainError, requestId: string): Problem {
  const status = STATUS[error.kind];
  const { errors, ...details } = error.details as { errors?: FieldFault[] };
  const more = { ...(errors && { errors }), ...(Object.keys(details).length > 0 && { details }) };
  return {
    type: `urn:benve:problem:${error.code}`,
    title: TITLES[status]!,
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...more,
  };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode, code, message } = (error ?? {}) as { statusCode?: unknown; code?: unknown; message?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return statusCode;
  // The second wall refused a row outside the actor's scope.
  if (code === '42501') return 403;
  // A row already there (unique, exclusion); a row named that is not there, or values that do not fit together.
  if (code === '23505' || code === '23P01') return 409;
  if (code === '23503' || code === '23514') return 422;
  if (typeof code === 'string' && VALUE_REFUSED.test(code)) return 400;
  if ((typeof code === 'string' && UNREACHABLE.test(code)) || message === 'timeout exceeded when trying to connect') return 503;
  return 500;
}
