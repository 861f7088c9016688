/** Stands for a category's name in words that the page gives once for all rows. */
export const NAME = "{name}";
