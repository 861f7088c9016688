/** Length is what makes a password strong; nothing is asked about its characters. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
