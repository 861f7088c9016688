/** What the desk does without any rule, and how an administrator may set it. Days of reminders are business days. */
export type Routines = {
  /** 0: never. */
  firstReminderDays: number;
  secondReminderDays: number;
  /** Days of the calendar. */
  closeAfterDays: number;
  asksSatisfaction: boolean;
};

export const DEFAULT_ROUTINES: Routines = { firstReminderDays: 2, secondReminderDays: 5, closeAfterDays: 14, asksSatisfaction: true };

export const REMINDER_DAYS_MAX = 60;
export const CLOSE_DAYS_MAX = 365;

/** The second reminder comes after the first, or there is none. */
export function areRemindersInOrder({ firstReminderDays, secondReminderDays }: Pick<Routines, "firstReminderDays" | "secondReminderDays">): boolean {
  return secondReminderDays === 0 || (firstReminderDays > 0 && secondReminderDays > firstReminderDays);
}
