import * as v from 'valibot';
import {
  DEFAULT_SETTINGS,
  SettingsPatchSchema,
  type SegueMethods,
  type Settings,
} from '../../contract/api/index.ts';
import type { ReadableDB, WritableDB } from '../../database/handle.ts';
import { getSetting, setSetting } from '../../database/settings.ts';

const KEY = 'player';

export function settingsMethods(
  db: WritableDB,
  onChange: (settings: Settings) => void,
): Pick<SegueMethods, 'getSettings' | 'setSettings'> {
  return {
    getSettings: () => readSettings(db),
    setSettings: (patch) => {
      const chosen = Object.entries(patch).filter(([, value]) => value !== undefined);
      const settings: Settings = { ...readSettings(db), ...Object.fromEntries(chosen) };
      setSetting(db, KEY, settings);
      onChange(settings);
      return settings;
    },
  };
}

/** A stored field that no longer fits, from another version say, is as if it had not been chosen. */
export function readSettings(db: ReadableDB): Settings {
  const stored = getSetting(db, KEY);
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const fitting = Object.entries(stored).filter(([key, value]) =>
    v.is(SettingsPatchSchema, { [key]: value as unknown }),
  );
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(fitting) };
}
