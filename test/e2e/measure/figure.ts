/** What was measured, in figures, and what is wanted. */
export type Figure = [what: string, measured: string, wanted: string];
