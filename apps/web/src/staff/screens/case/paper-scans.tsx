import { useQueryClient } from '@tanstack/react-query';
import type { PaperFileAnswer } from '../../../api/schema';
import { FileLink } from '../../parts/file-link';
import { SendScan } from '../../parts/send-scan';

/** The scans of one paper, newest first, and the button that takes another. */
export function PaperScans({
  caseId,
  guard,
  title,
  files,
  maySend,
}: {
  caseId: string;
  guard: string;
  title: string;
  files: readonly PaperFileAnswer[];
  maySend: boolean;
}) {
  const queries = useQueryClient();
  return (
    <div className="scans">
      {files.map((file) => (
        <FileLink key={file.id} file={file} of={title} />
      ))}
      {maySend && (
        <SendScan
          caseId={caseId}
          guard={guard}
          title={title}
          onSent={() => queries.invalidateQueries({ queryKey: ['case', caseId, 'papers'] })}
        />
      )}
    </div>
  );
}
