/** The dialogs that a list of tracks may open. */
export class OpenTrackDialogs {
  /** The track whose details are shown. */
  detailsOf = $state<number | null>(null);
  /** Tracks that a new playlist is to be made of. */
  listing = $state.raw<readonly number[] | null>(null);
}
