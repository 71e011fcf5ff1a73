/** What shapes the landmark network. Plain data: part of the card. */
export interface LandmarkRecipe {
  /** Excerpts that music is compared with. */
  readonly landmarks: number;
  /** Clips of the stretch that is described: as long as an excerpt that people rated. */
  readonly clips: number;
  /** Share of its answer in the curve. */
  readonly share: number;
}

/** The recipe of the shipped model. */
export const SEGUE_LANDMARK_RECIPE: LandmarkRecipe = { landmarks: 400, clips: 60, share: 0.5 };
