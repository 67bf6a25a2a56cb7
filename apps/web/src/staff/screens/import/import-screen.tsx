import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ImportReportResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/imports.json';
import { PageHead } from '../../parts/page-head';
import { doubtfulColumns } from '../../parts/sent-file/column-match';
import { readPaste, textFile } from '../../parts/sent-file/read-paste';
import { freshReading, type ImportKind, type Reading } from '../../parts/sent-file/reading';
import { useCheck } from '../../parts/sent-file/use-check';
import { ImportProgress } from '../../parts/sent-file/import-progress';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { ColumnsStep } from './columns-step';
import { FileStep } from './file-step';
import { HeaderStep } from './header-step';
import { MendStep } from './mend-step';
import { StepBar } from './step-bar';
import { TakeStep } from './take-step';
import './import.css';

const t = area('imports', vi);
const KINDS: Readonly<Record<string, readonly ImportKind[]>> = {
  centre_staff: ['register', 'departures', 'returns', 'extensions', 'certificates'],
  agency_clerk: ['departures', 'returns', 'extensions', 'absences', 'certificates'],
};

/** The step a person has to look at first: what is not understood, then what is not clear, then what is wrong. */
function firstStep(report: ImportReportResponse): string {
  if (report.verdict === 'refuse') return report.sheets.some(({ columns }) => columns.length > 0) ? '3' : '2';
  if (report.sheets.some((sheet) => doubtfulColumns(sheet).length > 0)) return '3';
  if (report.questions.some(({ answer }) => answer === null)) return '4';
  return report.results.some(({ verdict }) => verdict === 'refuse') ? '4' : '5';
}

/** Other people's files: tried out at once, then made clear step by step, then taken in. */
export function Screen() {
  const { role } = useMe();
  const kinds = KINDS[role] ?? [];
  const [{ buoc = '1', loai }, setAddress] = useAddress();
  const kind = kinds.find((one) => one === loai) ?? kinds[0]!;
  const [reading, setReading] = useState<Reading>();
  const [led, setLed] = useState(false);
  const queries = useQueryClient();
  const check = useCheck(reading, 150);
  const { report } = check;
  const begin = (file: File) => {
    setLed(false);
    setReading(freshReading(kind, file));
  };
  useEffect(() => {
    if (!report || !check.current || led) return;
    setLed(true);
    setAddress({ buoc: firstStep(report) }, { replace: true });
  }, [report, check.current, led]);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (reading || (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))) return;
      const rows = readPaste(event.clipboardData?.getData('text/plain') ?? '');
      if (rows.length < 2) return;
      event.preventDefault();
      begin(textFile(rows, `${t('pasted')}.csv`));
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [reading, kind]);

  if (!reading || !report)
    return (
      <section className="import">
        <PageHead title={t('title')} note={t('intro')} />
        <FileStep
          kinds={kinds}
          kind={kind}
          onKind={(next) => setAddress({ loai: next })}
          onFile={begin}
          busy={check.busy}
          fileName={reading?.file.name}
          problem={check.problem}
          progress={check.progress}
          onAgain={check.again}
        />
      </section>
    );
  const held = report.refused + report.ask + report.duplicate;
  const opened = report.sheets.length > 0;
  const change = (next: Partial<Reading>) => setReading({ ...reading, ...next });
  return (
    <section className="import">
      <PageHead
        title={t('title')}
        count={
          <>
            {reading.file.name} <span role="status">{check.busy ? t('checkedAt') : ''}</span>
          </>
        }
      >
        <button
          type="button"
          className="plain-button"
          onClick={() => {
            setReading(undefined);
            setAddress({ buoc: undefined });
          }}
        >
          {t('other')}
        </button>
      </PageHead>
      {opened && (
        <StepBar
          step={buoc}
          marks={{ 3: report.sheets.reduce((sum, sheet) => sum + doubtfulColumns(sheet).length, 0), 4: held }}
          onStep={(next) => setAddress({ buoc: next })}
        />
      )}
      {check.progress && <ImportProgress progress={check.progress} />}
      {check.problem && (
        <p role="alert" className="fault">
          {check.problem}{' '}
          <button type="button" className="link-button" onClick={check.again}>
            {t('again')}
          </button>
        </p>
      )}
      {report.reasons && report.reasons.length > 0 && (
        <div role="alert" className="fault">
          <strong>{t('refusedTitle')}</strong>
          {report.reasons.map(({ code, message }) => (
            <p key={code}>{message}</p>
          ))}
        </div>
      )}
      {opened && (buoc === '1' || buoc === '2') && (
        <HeaderStep report={report} reading={reading} onChange={change} preview={buoc === '2'} />
      )}
      {opened && buoc === '3' && <ColumnsStep report={report} reading={reading} onChange={change} />}
      {opened && buoc === '4' && <MendStep report={report} reading={reading} onChange={change} />}
      {opened && buoc === '5' && (
        <TakeStep
          report={report}
          reading={reading}
          ready={check.current}
          onTaken={() => void queries.invalidateQueries({ queryKey: ['imports'] })}
          onColumns={() => setAddress({ buoc: '3' })}
        />
      )}
      {opened && buoc !== '5' && (
        <p>
          <button type="button" className="main-button" onClick={() => setAddress({ buoc: String(Number(buoc) + 1) })}>
            {t('next')}
          </button>
        </p>
      )}
    </section>
  );
}
