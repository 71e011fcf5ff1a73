/** The pages on the web that Segue refers to. No host opens any other. */
export const LINKS = {
  paper: 'https://arxiv.org/abs/2403.17379',
  circumplex: 'https://doi.org/10.1037/h0077714',
  licence: 'https://www.gnu.org/licenses/gpl-3.0.html',
} as const;

/** Whether a URL is one of {@link LINKS}, to the letter. */
export function isKnownLink(url: string): boolean {
  return Object.values<string>(LINKS).includes(url);
}
