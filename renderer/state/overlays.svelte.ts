/** What lies over the page or beside it, whichever view it shows. */
class Overlays {
  shortcuts = $state(false);
  /** The mini player in a window of its own. */
  mini = $state(false);
}

export const overlays = new Overlays();
