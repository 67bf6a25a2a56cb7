import { GUARDS, type Guard } from '@app/casework';
import { daysBetween, type LocalDate } from '@app/kernel';
import { type AlertLine, type AlertQueries, ENDED_BY_VISIT } from '@app/overstay';
import type { Tx } from '@app/platform';
import type { WorkRow } from '../domain/work-row';
import { alertAction, alertTitle, taskText } from '../domain/work-texts';
import { WorkDetailRows, type WorkSubject } from '../persistence/work-detail-rows';
import type { WorkHit } from '../persistence/work-rows';

type Described = Pick<WorkRow, 'title' | 'why' | 'advice' | 'nextAction'> & Omit<WorkSubject, 'id'>;

/** Rows of a page in words, by one read for each kind. */
export async function describeWork(tx: Tx, alerts: AlertQueries, hits: readonly WorkHit[], today: LocalDate): Promise<WorkRow[]> {
  const ids = (kind: WorkHit['kind']) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const by = {
    alert: new Map((await alerts.lines(tx, ids('alert').map(Number))).map((line) => [String(line.id), line])),
    task: keyed(await subjects(ids('task'), (one) => WorkDetailRows.tasks(tx, one))),
    proposal: keyed(await subjects(ids('proposal'), (one) => WorkDetailRows.proposals(tx, one))),
    batch: keyed(await subjects(ids('batch'), (one) => WorkDetailRows.batches(tx, one))),
  };
  const described = hits.flatMap((hit) => {
    const text =
      hit.kind === 'alert' ? ofAlert(by.alert.get(hit.id), hit) : hit.kind === 'task' ? ofTask(by.task.get(hit.id), hit) : ofOther(by, hit);
    return text ? [{ hit, text }] : [];
  });
  const codes = [...new Set(described.map(({ text }) => text.communeCode).filter((code): code is string => Boolean(code)))];
  const names = await WorkDetailRows.communeNames(tx, codes);
  return described.map(({ hit, text }) => row(hit, text, names, today));
}

function row(hit: WorkHit, text: Described, names: ReadonlyMap<string, string>, today: LocalDate): WorkRow {
  const dueOn = hit.due === 'infinity' ? null : (hit.due as LocalDate);
  return {
    kind: hit.kind,
    id: hit.id,
    code: hit.code,
    title: text.title,
    bucket: hit.bucket,
    dueOn,
    daysLeft: dueOn && daysBetween(today, dueOn),
    caseId: text.caseId,
    caseCode: text.caseCode,
    workerId: text.workerId,
    fullName: text.fullName,
    communeCode: text.communeCode,
    communeName: (text.communeCode && names.get(text.communeCode)) ?? null,
    why: text.why,
    advice: text.advice,
    nextAction: text.nextAction,
    detail: text.detail,
    ...(hit.hiddenUntil && { hiddenUntil: hit.hiddenUntil }),
  };
}

async function subjects(ids: string[], read: (ids: string[]) => Promise<WorkSubject[]>): Promise<WorkSubject[]> {
  return ids.length ? read(ids) : [];
}

const keyed = (rows: readonly WorkSubject[]): Map<string, WorkSubject> => new Map(rows.map((one) => [one.id, one]));

function ofAlert(line: AlertLine | undefined, hit: WorkHit): Described | undefined {
  if (!line) return undefined;
  const { caseId, caseCode, workerId, fullName, communeCode } = line;
  return {
    title: alertTitle(hit.code),
    why: line.why,
    advice: line.nextAction,
    nextAction: alertAction(hit.code, hit.bucket !== 'waiting', ENDED_BY_VISIT),
    caseId,
    caseCode,
    workerId,
    fullName,
    communeCode,
    detail: { owner: line.owner, targetDate: line.targetDate, estimated: line.estimated },
  };
}

function ofTask(subject: WorkSubject | undefined, hit: WorkHit): Described | undefined {
  if (!subject) return undefined;
  const text = taskText(hit.code);
  const guards = (subject.detail.guards as Guard[] | undefined)?.map((guard) => GUARDS[guard] ?? guard);
  return { ...subject, title: text.title, why: text.why({ ...subject.detail, guards }), advice: text.advice, nextAction: text.action };
}

function ofOther(by: Record<'proposal' | 'batch', Map<string, WorkSubject>>, hit: WorkHit): Described | undefined {
  const subject = hit.kind === 'proposal' || hit.kind === 'batch' ? by[hit.kind].get(hit.id) : undefined;
  if (!subject) return undefined;
  if (hit.kind === 'batch')
    return {
      ...subject,
      title: 'Tệp nhập đang giữ thông báo',
      why: `Tệp đã nhập còn giữ ${String(subject.detail.notices)} thông báo, chưa gửi cho xã và doanh nghiệp.`,
      advice: 'Xem lại tệp rồi cho gửi.',
      nextAction: 'RELEASE_BATCH',
    };
  const own = hit.bucket !== 'waiting';
  return {
    ...subject,
    title: 'Đề nghị xác nhận cư trú quá hạn',
    why: own ? 'Có đề nghị kèm văn bản, chờ Sở Nội vụ xem xét.' : 'Đã gửi đề nghị kèm văn bản, Sở Nội vụ đang xem xét.',
    advice: own ? 'Đọc văn bản rồi xác nhận hoặc không xác nhận.' : 'Chờ Sở Nội vụ; bổ sung văn bản khi được yêu cầu.',
    nextAction: own ? 'DECIDE_PROPOSAL' : 'FOLLOW_CASE',
  };
}
