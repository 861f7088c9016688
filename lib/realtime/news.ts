/**
 * What a listener is told: that something changed and where, never the thing itself, which the page reads through its own query. A new
 * topic adds its shape here, its look in lib/realtime/registry.ts, and what a page does about it in components/realtime.
 */
export type TicketNews = { topic: "ticket"; reference: string; change: TicketChange; /** The listener did it. */ isOwn: boolean };
export type TicketChange = "opened" | "answered" | "noted" | "assigned" | "merged" | "changed";
/** Somebody of the desk began or ended looking at it. */
export type PresenceNews = { topic: "presence"; reference: string };
/** What the listener is or may do changed. */
export type PersonNews = { topic: "person" };

/** Of a conversation that the listener may see: something was written, read, is being written, or it (for who waits: the queue) changed. */
export type ChatNews = { topic: "chat"; conversationId: string; change: ChatChange; isOwn: boolean };
export type ChatChange = "message" | "read" | "typing" | "changed";

/** The listener has more or fewer unread notifications than before. */
export type NotificationNews = { topic: "notification" };

export type News = TicketNews | PresenceNews | PersonNews | ChatNews | NotificationNews;

/** What asking answers where a stream does not come through: everything after `after`, or that the page should be read anew. */
export type PollAnswer = { cursor: string; news: News[]; isReset: boolean };
