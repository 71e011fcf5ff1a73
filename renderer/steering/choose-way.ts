import type { MapState } from '../map/map-state.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { DEFAULT_PULL, DEFAULT_RADIUS, hereOf, pointOf, setCourse, type Way } from './courses.ts';

/** What choosing one of the ways does; a journey is drawn first, everything else holds at once. */
export async function choose(session: Session, map: MapState, way: Way): Promise<void> {
  const { queue } = session;
  const course = queue?.steering.course;
  const point = pointOf(course) ?? hereOf(queue);
  if (way !== 'journey') map.journey.close();
  switch (way) {
    case 'journey':
      if (course?.kind === 'journey') {
        // Chance or a list had only taken over: the journey goes on from where it was.
        await session.changeQueue(() => session.api.setMode('flow'), 'The journey goes on.');
        return;
      }
      map.journey.open();
      map.tool = 'journey';
      return;
    case 'shuffle':
    case 'order':
      await session.changeQueue(
        () => session.api.setMode(way),
        way === 'shuffle' ? 'The queue goes by chance.' : 'The queue goes in order.',
      );
      return;
    case 'flow':
      await setCourse(session, { kind: 'flow' });
      return;
    case 'target':
      await setCourse(session, { kind: 'target', point, pull: DEFAULT_PULL });
      map.tool = 'steer';
      return;
    case 'around':
      await setCourse(session, { kind: 'around', point, radius: DEFAULT_RADIUS });
      map.tool = 'around';
      return;
  }
}
