/** How many calendar days what is left of a contract that carries over waits for the next contract, after its last day. */
export const CARRY_OVER_WAIT_DAYS = 90;

/** How many calendar days before its last one the end of a contract is told. */
export const ENDS_SOON_DAYS = 30;

/** The last day is still within it. */
export function isOver(endsOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(endsOn, today) < 0;
}

export function mayStillWait(endsOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, waitsUntil(endsOn)) <= 0;
}

/** The last day of the wait. */
export function waitsUntil(endsOn: Temporal.PlainDate): Temporal.PlainDate {
  return endsOn.add({ days: CARRY_OVER_WAIT_DAYS });
}

export function endsSoon(endsOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return !isOver(endsOn, today) && Temporal.PlainDate.compare(endsOn, today.add({ days: ENDS_SOON_DAYS })) <= 0;
}
