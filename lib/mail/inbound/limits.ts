/** Of one message, with its attachments in it. */
export const MESSAGE_BYTES_MAX = 10 * 1_048_576;
