/** Where the page of an article shows what follows a vote: it is kept whole for everybody, so that the address tells it. */
export const AFTER_YES = "le-fue-util";
export const AFTER_NO = "por-que-no";
export const AFTER_REASON = "gracias";
