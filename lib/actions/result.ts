/** What every server action answers; the form shows it and gives back what was typed. */
export type ActionResult<T = unknown> =
  | { status: "idle" }
  | { status: "ok"; data: T }
  | {
      status: "refused";
      code: string;
      message: string;
      /** By field name; shown beside the field. */
      fieldErrors?: Record<string, string>;
      /** What was typed, so that a page without JavaScript loses nothing. */
      values?: Record<string, string>;
      /** What the command adds to its refusal, e.g. the duplicates to look at. */
      details?: unknown;
    };

export const IDLE: ActionResult<never> = { status: "idle" };
