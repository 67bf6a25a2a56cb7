/** Who a notice is for, as stored: an office, resolved to addresses when the mail leaves. */
export type Addressee =
  | { readonly kind: 'commune'; readonly code: string }
  | { readonly kind: 'centre'; readonly province: string }
  | { readonly kind: 'department'; readonly province: string }
  | { readonly kind: 'agency'; readonly organisationId: string };

/** Reads `COMMUNE:<code>`, `ESC:<province>`, `SO:<province>`, `AGENCY:<organisation id>`. Throws RangeError for anything else. */
export function parseAddressee(text: string): Addressee {
  const [kind, key] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  if (kind === 'COMMUNE' && /^\d{5}$/.test(key)) return { kind: 'commune', code: key };
  if (kind === 'ESC' && /^\d{2}$/.test(key)) return { kind: 'centre', province: key };
  if (kind === 'SO' && /^\d{2}$/.test(key)) return { kind: 'department', province: key };
  if (kind === 'AGENCY' && /^[0-9a-f-]{36}$/.test(key)) return { kind: 'agency', organisationId: key };
  throw new RangeError(`not an addressee: ${kind}`);
}
