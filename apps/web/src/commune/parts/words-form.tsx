import { type FormEvent, type ReactNode, useState } from 'react';
import { newKey } from '../../api/call';
import { useDraft } from '../use-draft';
import { readAgain } from '../use-read';
import { problemText } from './problem-text';

/** Words for another office: kept while they are written, sent once however often it is tried, and asked for again where they were refused. */
export function WordsForm({
  draft,
  label,
  word,
  least,
  send,
  onSent,
  children,
}: {
  /** Name under which what is written outlives the screen. */
  draft: string;
  label: string;
  /** Of the button. */
  word: string;
  /** Characters, at least. */
  least: number;
  send: (text: string, key: string) => Promise<unknown>;
  onSent: () => void;
  /** What stands above. */
  children?: ReactNode;
}) {
  const [{ text }, change, forget] = useDraft(draft, { text: '' });
  const [key] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await send(text.trim(), key);
      forget();
      readAgain();
      onSent();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  return (
    <form className="deeds" onSubmit={(event) => void submit(event)}>
      {children}
      <label>
        {label}
        <textarea
          rows={5}
          minLength={least}
          maxLength={1000}
          required
          value={text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      <button type="submit" className="main" disabled={busy}>
        {word}
      </button>
    </form>
  );
}
