import { useEffect, useRef, useState } from 'react';
import type { ImportProgressResponse, ImportReportResponse } from '../../../api/schema';
import { problemText } from '../problem-text';
import { checkReading, ImportStopped, type Reading } from './reading';

export interface Check {
  /** Of the reading as it was last tried; stays while the next try is on its way, so that nothing jumps. */
  readonly report: ImportReportResponse | undefined;
  /** The report is of this very reading. */
  readonly current: boolean;
  readonly busy: boolean;
  readonly problem: string;
  /** Of a large file that the background program tries out. */
  readonly progress: ImportProgressResponse | undefined;
  readonly again: () => void;
}

/** Tries a reading out whenever it changes, a moment after the last change; an older try is given up. */
export function useCheck(reading: Reading | undefined, wait: number): Check {
  const [report, setReport] = useState<{ of: Reading; report: ImportReportResponse }>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<ImportProgressResponse>();
  const [round, setRound] = useState(0);
  const latest = useRef(reading);
  latest.current = reading;
  useEffect(() => {
    if (!reading) {
      setReport(undefined);
      setProblem('');
      return setBusy(false);
    }
    const abort = new AbortController();
    setBusy(true);
    const timer = setTimeout(() => {
      checkReading(reading, { signal: abort.signal, onProgress: (now) => abort.signal.aborted || setProgress(now) })
        .then((answer) => {
          setReport({ of: reading, report: answer });
          setProblem('');
        })
        .catch((error: unknown) => abort.signal.aborted || error instanceof ImportStopped || setProblem(problemText(error)))
        .finally(() => {
          if (abort.signal.aborted) return;
          setBusy(false);
          setProgress(undefined);
        });
    }, wait);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [reading, round]);
  return { report: report?.report, current: report?.of === reading && !busy, busy, problem, progress, again: () => setRound((n) => n + 1) };
}
