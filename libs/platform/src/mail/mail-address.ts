const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])$/;

/**
 * One plain address and nothing else: no display name, list, comment, quoted part, blank or control character. A hostile
 * text such as `b@y.vn\r\nBcc: evil@x.com` would otherwise change who receives the mail.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && ADDRESS.test(text);
}

/** Reads `Name <address>` or an address, as MAIL_FROM has it. Throws Error when the address is not plain. */
export function parseSender(text: string): { name: string; address: string } {
  const match = /^\s*(?:(.*?)\s*<([^<>]*)>|(\S+))\s*$/.exec(text);
  const address = match?.[2] ?? match?.[3] ?? '';
  const name = (match?.[1] ?? '').replace(/^"(.*)"$/, '$1');
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (!isMailAddress(address) || /[\u0000-\u001f\u007f]/.test(text))
    throw new Error(`MAIL_FROM is not "Name <address>": ${JSON.stringify(text)}`);
  return { name, address };
}
