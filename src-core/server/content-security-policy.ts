/**
 * What the page may load: its own files, and music and pictures by id. No inline and no remote script. Inline style stays
 * allowed because positions of menus and of virtual rows are set that way.
 *
 * @param media where music and pictures come from, as a policy names a source: `'self'`, `media:`
 */
export function contentSecurityPolicy(media: string): string {
  const pageAndMedia = [...new Set(["'self'", media])].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src ${pageAndMedia}`,
    "font-src 'self'",
    `media-src ${media}`,
    `connect-src ${pageAndMedia}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
