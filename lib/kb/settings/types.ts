export const MOST_SHOWN = 50;
export const MOST_MONTHS = 60;

export type KbSettings = {
  mostReadShown: number;
  newestShown: number;
  /** Which of the two lists of what is read comes first. */
  isRecentFirst: boolean;
  /** A new article is to be looked at again after so many months; null: never by itself. */
  reviewMonths: number | null;
};

/** `version`: whoever saves says which one they read. */
export type KbSettingsView = KbSettings & { version: number; updatedAt: string | null; updatedByName: string | null };
