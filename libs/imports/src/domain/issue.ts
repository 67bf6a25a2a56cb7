import TEXTS from './issue-texts.json';

export type Verdict = 'create' | 'update' | 'unchanged' | 'duplicate' | 'refuse' | 'ask';
export type IssueCode = keyof typeof TEXTS.row;
export type WarningCode = keyof typeof TEXTS.warning;
export type NoticeCode = keyof typeof TEXTS.notice;
export type AsideCode = keyof typeof TEXTS.aside;

/** What stops a row: code, column letter, and how. `message` is read by the sender: row, column, value, what to do. */
export interface Issue {
  readonly code: IssueCode;
  readonly verdict: 'duplicate' | 'refuse' | 'ask';
  readonly column: string | null;
  readonly message: string;
  readonly candidates?: readonly string[];
}

export interface Warning {
  readonly code: WarningCode | IssueCode;
  readonly column: string | null;
  readonly message: string;
}

export interface Notice {
  readonly code: NoticeCode;
  readonly sheet: string;
  readonly message: string;
  readonly rows?: readonly number[];
  readonly column?: string;
}

/** A question asked once for the file or a column; rows that need its answer wait. */
export interface Question {
  readonly id: string;
  readonly code: 'ID_LEADING_ZERO_LOST' | 'ENCODING_TCVN3';
  readonly column: string | null;
  readonly rows: readonly number[];
  readonly question: string;
  readonly options: readonly ['yes', 'no'];
  readonly answer: 'yes' | 'no' | null;
}

export type Answers = Readonly<Record<string, string>>;

/** Answer by question id (code and column letter) or by the code alone. */
export function answerTo(answers: Answers, code: string, column: string | null): 'yes' | 'no' | null {
  const given = answers[`${code}:${column ?? ''}`] ?? answers[code];
  if (given === undefined || given === null) return null;
  return /^(yes|y|có|co|true|1|đồng ý|dong y)$/i.test(String(given).trim()) ? 'yes' : 'no';
}

export function issue(
  row: number,
  code: IssueCode,
  verdict: Issue['verdict'],
  column: string | null,
  value: string | null = null,
  extra = '',
  candidates?: readonly string[],
): Issue {
  return {
    code,
    verdict,
    column,
    message: sentence(row, column, value, TEXTS.row[code], extra),
    ...(candidates && { candidates }),
  };
}

export function warning(
  row: number,
  code: WarningCode | IssueCode,
  column: string | null,
  value: string | null = null,
  extra = '',
): Warning {
  const text = (TEXTS.warning as Record<string, string>)[code] ?? TEXTS.row[code as IssueCode];
  return { code, column, message: sentence(row, column, value, text, extra) };
}

/** What is added to a sentence: `{0}` and so on stand for the values. */
export function aside(code: AsideCode, ...values: readonly (string | number)[]): string {
  return TEXTS.aside[code].replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]));
}

export function notice(sheet: string, code: NoticeCode, extra = '', more: Pick<Notice, 'rows' | 'column'> = {}): Notice {
  return { code, sheet, message: `${TEXTS.notice[code]}${extra ? ` ${extra}` : ''}`, ...more };
}

function sentence(row: number, column: string | null, value: string | null, text: string, extra: string): string {
  const shown = value === null || value === '' ? '' : ` “${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  return `Dòng ${row}${column ? `, cột ${column}` : ''}:${shown} ${text}${extra ? ` ${extra}` : ''}`;
}

const ORDER = ['duplicate', 'refuse', 'ask'] as const;

/** The issue that decides the row: a repeat waits for its twin, a refusal beats a question. */
export function deciding(issues: readonly Issue[]): Issue | undefined {
  for (const verdict of ORDER) {
    const found = issues.find((one) => one.verdict === verdict);
    if (found) return found;
  }
  return undefined;
}
