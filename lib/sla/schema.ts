import { z } from "zod";
import { compileCalendar } from "./calendar";
import { SlaError } from "./errors";
import { CLOCK_KINDS, WEEKDAYS } from "./types";

const intervalSchema = z.tuple([z.string(), z.string()]);
const intervalsSchema = z.array(intervalSchema).max(24);

const definitionShape = z.strictObject({
  timeZone: z.string().max(64),
  weekly: z.record(z.enum(WEEKDAYS), intervalsSchema),
  holidays: z.array(z.string()).max(4000),
  overrides: z.record(z.string(), intervalsSchema).optional(),
});

/**
 * A calendar definition from the database or a form. What compileCalendar would refuse is an issue here, its code in `params.code`
 * (SlaErrorCode) for the catalogue to word.
 */
export const calendarDefinitionSchema = definitionShape.superRefine((definition, context) => {
  try {
    compileCalendar(definition);
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    context.addIssue({ code: "custom", message: error.message, params: { code: error.code } });
  }
});

export const clockKindSchema = z.enum(CLOCK_KINDS);
