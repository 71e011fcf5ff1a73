/**
 * What the page may load: its own files, and music and pictures by id. No inline and no remote script. Inline style stays
 * allowed because positions of menus and of virtual rows are set that way.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' media:",
  "font-src 'self'",
  'media-src media:',
  "connect-src 'self' media:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');
