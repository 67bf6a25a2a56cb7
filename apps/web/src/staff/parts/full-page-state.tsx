/** A whole page that says one thing: opening, failed, empty. */
export function FullPageState({
  title,
  text,
  action,
  onAction,
  busy,
}: {
  title: string;
  text?: string;
  action?: string;
  onAction?: () => void;
  busy?: boolean;
}) {
  return (
    <main className="page-state" aria-busy={busy}>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {action && (
        <button type="button" className="main-button" onClick={onAction}>
          {action}
        </button>
      )}
    </main>
  );
}
