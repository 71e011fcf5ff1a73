import { asList, HISTORY_LENGTH, type Entry, type QueueModel } from './queue-model.ts';

/** The next entry becomes the current one; none where nothing is upcoming. */
export function moveOn(model: QueueModel): QueueModel {
  const [current = null, ...upcoming] = model.upcoming;
  return { ...model, history: withPast(model, model.current), current, upcoming };
}

/** The last of the history becomes the current entry again, and what was current comes next. */
export function moveBack(model: QueueModel): QueueModel {
  const previous = model.history.at(-1);
  if (previous === undefined) return model;
  return {
    ...model,
    history: model.history.slice(0, -1),
    current: previous,
    upcoming: [...asList(model.current), ...model.upcoming],
  };
}

/** An upcoming entry, or one of the history, becomes the current one; null where there is no such entry. */
export function moveTo(model: QueueModel, entryId: number): QueueModel | null {
  const ahead = model.upcoming.findIndex((entry) => entry.entryId === entryId);
  if (ahead >= 0) {
    return {
      ...model,
      history: withPast(model, model.current),
      current: model.upcoming[ahead],
      upcoming: model.upcoming.slice(ahead + 1),
    };
  }
  const behind = model.history.findIndex((entry) => entry.entryId === entryId);
  if (behind < 0) return null;
  return {
    ...model,
    history: model.history.slice(0, behind),
    current: model.history[behind],
    upcoming: [...model.history.slice(behind + 1), ...asList(model.current), ...model.upcoming],
  };
}

function withPast({ history }: QueueModel, entry: Entry | null): readonly Entry[] {
  return [...history, ...asList(entry)].slice(-HISTORY_LENGTH);
}
