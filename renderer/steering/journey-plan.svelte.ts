import type { PreviewedTrack } from '../../src-core/contract/api/index.ts';
import type { MoodPoint } from '../../src-core/contract/mood.ts';
import type { Session } from '../state/session.svelte.ts';
import type { JourneyDraft } from '../map/journey-draft.ts';
import * as drafts from '../map/journey-draft.ts';

/** A hand that still drags a point does not want every place that it passes planned. */
const PREVIEW_AFTER_MS = 200;

/** The journey that is being drawn, and the tracks that it would play. */
export class JourneyPlan {
  draft = $state.raw<JourneyDraft>([]);
  /** Null while it is not known, or there is nothing to know. */
  preview = $state.raw<readonly PreviewedTrack[] | null>(null);
  /** The listener is drawing one, whatever the queue does meanwhile. */
  isOpen = $state(false);

  open(draft: JourneyDraft = this.draft): void {
    this.isOpen = true;
    this.draft = draft;
  }

  close(): void {
    this.isOpen = false;
    this.draft = [];
    this.preview = null;
  }

  add(point: MoodPoint): void {
    this.isOpen = true;
    this.draft = drafts.addPoint(this.draft, point);
  }

  move(index: number, point: MoodPoint): void {
    this.draft = drafts.movePoint(this.draft, index, point);
  }

  remove(index: number): void {
    this.draft = drafts.removePoint(this.draft, index);
  }

  setLeg(index: number, length: number): void {
    this.draft = drafts.setLeg(this.draft, index, length);
  }

  setUnit(unit: 'tracks' | 'minutes'): void {
    this.draft = drafts.inUnit(this.draft, unit);
  }

  /** Keeps the preview in step with the draft. To be called while a component is set up. */
  follow(session: Session): void {
    $effect(() => {
      const points = [...this.draft];
      // What plays decides where a journey begins.
      const from = session.queue?.current?.entryId;
      if (points.length === 0 || from === undefined) {
        this.preview = null;
        return;
      }
      let wanted = true;
      const timer = setTimeout(() => {
        void session.attempt(async () => {
          const tracks = await session.api.previewCourse({ kind: 'journey', points });
          if (wanted) this.preview = tracks;
        });
      }, PREVIEW_AFTER_MS);
      return () => {
        wanted = false;
        clearTimeout(timer);
      };
    });
  }
}
