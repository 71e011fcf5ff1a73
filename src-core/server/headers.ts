import { contentSecurityPolicy } from './content-security-policy.ts';

/** Sent with every answer. The address holds the token, so that no other site may learn it as a referrer. */
export const SECURITY_HEADERS = {
  'content-security-policy': contentSecurityPolicy("'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;
