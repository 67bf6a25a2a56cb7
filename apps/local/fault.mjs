/** A fault whose message already says what to do: shown as one line, without a stack. */
export class Fault extends Error {
  remedy = true;
  /** @param {string} vietnamese what is wrong and the way out @param {string} english the same in short */
  constructor(vietnamese, english) {
    super(`LỖI: ${vietnamese} [${english}]`);
  }
}

/** What file operations refuse, as a sentence; other errors stay as they are. */
export function storageFault(error, path) {
  const reasons = {
    EACCES: ['không có quyền ghi', 'not writable'],
    EPERM: ['không có quyền ghi', 'not writable'],
    EROFS: ['ổ đĩa chỉ cho đọc', 'read-only disk'],
    ENOSPC: ['ổ đĩa đã đầy', 'disk full'],
    ENOTDIR: ['đường dẫn không phải là thư mục', 'not a folder'],
    EEXIST: ['đường dẫn không phải là thư mục', 'not a folder'],
  };
  const reason = reasons[error?.code];
  if (!reason) return error;
  return new Fault(
    `Không ghi được vào ${path} (${reason[0]}); hãy cấp quyền ghi hoặc chọn nơi khác: BENVE_DATA_DIR=/đường/dẫn npm start.`,
    `cannot write ${path}: ${reason[1]}; set BENVE_DATA_DIR`,
  );
}
