import type { SegueMethods } from '../../contract/api/index.ts';
import type { QueueFeedback } from '../queue/queue-feedback.ts';
import type { QueueInsight } from '../queue/queue-insight.ts';
import type { QueueSteering } from '../queue/queue-steering.ts';

export type SteeringMethods = Pick<
  SegueMethods,
  | 'setCourse'
  | 'setQueueOptions'
  | 'moreLikeThis'
  | 'moreIntense'
  | 'lessIntense'
  | 'setLoved'
  | 'setNever'
  | 'listFeedback'
  | 'forgetSkips'
  | 'previewCourse'
  | 'getSeam'
  | 'smoothTracks'
  | 'seamDistances'
>;

export function steeringMethods(
  steering: QueueSteering,
  feedback: QueueFeedback,
  insight: QueueInsight,
): SteeringMethods {
  return {
    setCourse: (course) => steering.setCourse(course),
    setQueueOptions: (patch) => steering.setOptions(patch),
    moreLikeThis: (entryId) => steering.moreLikeThis(entryId),
    moreIntense: () => steering.bend(1),
    lessIntense: () => steering.bend(-1),
    setLoved: (trackIds, loved) => feedback.setLoved(trackIds, loved),
    setNever: (trackIds, never) => feedback.setNever(trackIds, never),
    listFeedback: (request) => feedback.list(request),
    forgetSkips: (trackIds) => feedback.forgetSkips(trackIds),
    previewCourse: (course) => insight.preview(steering.withCourse(course)),
    getSeam: (entryId) => insight.seam(entryId),
    smoothTracks: (trackIds) => insight.smooth(trackIds),
    seamDistances: (trackIds) => insight.distances(trackIds),
  };
}
