import { useRef, useState } from 'react';
import { ApiProblem, newKey } from '../../api/call';
import { problemText } from './problem-text';

export interface Deed<Input, Result> {
  /** Does it; resolves to undefined when it was refused, and the problem then stands in `problem`. */
  readonly act: (input: Input) => Promise<Result | undefined>;
  readonly busy: boolean;
  readonly problem: string;
}

/**
 * One write with its request key. Tried again after no answer it carries the same key, so that it happens once; after a refusal the next
 * try is a new deed.
 */
export function useDeed<Input, Result>(run: (input: Input, key: string) => Promise<Result>): Deed<Input, Result> {
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const act = async (input: Input): Promise<Result | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setProblem('');
    try {
      const result = await run(input, key.current);
      key.current = newKey();
      return result;
    } catch (error) {
      if (error instanceof ApiProblem) key.current = newKey();
      setProblem(problemText(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, problem };
}
