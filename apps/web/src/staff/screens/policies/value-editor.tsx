import { useState } from 'react';
import { AlertEditor } from './alert-editor';
import { isAlertValue } from './alert-value';
import { FieldsEditor, isPlainFields } from './fields-editor';
import { NumberField } from './number-field';
import { t, wordOf } from './policy-words';

interface Editing {
  readonly ruleKey: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** The fields of a rule's content by its shape; what has no fields is edited as its JSON. */
export function ValueEditor({ ruleKey, value, onChange }: Editing) {
  if (isAlertValue(value)) return <AlertEditor value={value} onChange={onChange} />;
  if (typeof value === 'number')
    return <NumberField label={wordOf('rule', ruleKey)} value={value} onChange={(next) => onChange(next ?? 0)} />;
  if (isPlainFields(value)) return <FieldsEditor value={value} onChange={onChange} />;
  return <JsonEditor value={value} onChange={onChange} />;
}

function JsonEditor({ value, onChange }: Omit<Editing, 'ruleKey'>) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const [fault, setFault] = useState('');
  const change = (next: string) => {
    setText(next);
    try {
      onChange(JSON.parse(next));
      setFault('');
    } catch (error) {
      setFault(t('badJson', { reason: (error as Error).message }));
    }
  };
  return (
    <label className="form-field">
      <span>{t('edit.text')}</span>
      <textarea rows={14} spellCheck={false} className="json-text" value={text} onChange={(event) => change(event.target.value)} />
      {fault && (
        <span role="alert" className="fault">
          {fault}
        </span>
      )}
    </label>
  );
}
