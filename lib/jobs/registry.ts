import "server-only";
import { forgetAccountsJob, sendLinkJob } from "@/lib/accounts/jobs";
import { endAppointmentsJob, remindAppointmentsJob } from "@/lib/appointments/jobs";
import { tidyUploadsJob } from "@/lib/attachments/jobs";
import { settleContractsJob } from "@/lib/billing/jobs";
import { closeSolvedJob, remindCustomersJob, runCountingRulesJob, runRulesJob } from "@/lib/automation/jobs";
import { tendChatsJob } from "@/lib/chat/jobs";
import { forgetSessionsJob, forgetTriesJob } from "@/lib/auth/jobs";
import type { Db } from "@/lib/db/client";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/enqueue";
import { workJobs } from "@/lib/jobs/worker";
import { FOLLOWED_TICKETS, linkDuplicatesJob, linkRestJob, REINDEX_TICKETS, reindexTicketsJob } from "@/lib/duplicates/jobs";
import { applyImportJob, COUNT_RECENT_VIEWS, countRecentViewsJob, followedTexts, forgetRemovedJob, forgetSearchesJob, forgetVisitorsJob, publishDueJob, REINDEX_KNOWLEDGE, reindexKnowledgeJob } from "@/lib/kb/jobs";
import { gatherMailJob, gatherPushJob, sendMailJob, sendPushJob, sweepMailJob, tellChatJob, tellConductJob, tellContractJob, tellEventJob, tellSignUpJob } from "@/lib/notifications/jobs";
import { forgetNotedJob } from "@/lib/off-channel/jobs";
import { forgetInboundJob, pollInboxJob, readMailboxJob } from "@/lib/inbound/jobs";
import { log } from "@/lib/log";
import { expireQuotesJob } from "@/lib/quotes/jobs";
import { forgetStreamEventsJob } from "@/lib/realtime/jobs";
import { askSatisfactionJob } from "@/lib/satisfaction/jobs";
import { liveIndex } from "@/lib/search/live-index";
import { rotateFactorsJob } from "@/lib/security/jobs";
import { endSealedJob, rotateSealedJob } from "@/lib/secrets/jobs";
import { forgetDraftsJob, recordBreachJob, recordWarningJob, wakeSnoozedJob } from "@/lib/tickets/jobs";

/** Loads the finders' indexes before somebody asks, and lets them follow where nobody does. @returns what ends it */
function keepWarm(db: Db): () => void {
  const follow = async () => {
    try {
      for (const collection of [FOLLOWED_TICKETS, ...(await followedTexts(db))]) await liveIndex(db, collection).current();
    } catch (error) {
      log.error({ err: error }, "search: an index did not follow");
    }
  };
  void follow();
  const timer = setInterval(() => void follow(), FOLLOW_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

const FOLLOW_EVERY_MS = 60_000;

/** Every job of the product. */
export const JOBS = [recordBreachJob, recordWarningJob, wakeSnoozedJob, runRulesJob, runCountingRulesJob, remindCustomersJob, closeSolvedJob, askSatisfactionJob, forgetDraftsJob, forgetVisitorsJob, countRecentViewsJob, publishDueJob, linkDuplicatesJob, linkRestJob, reindexTicketsJob, reindexKnowledgeJob, forgetRemovedJob, forgetSearchesJob, tidyUploadsJob, endSealedJob, rotateSealedJob, expireQuotesJob, remindAppointmentsJob, endAppointmentsJob, settleContractsJob, forgetNotedJob, applyImportJob, tellEventJob, tellConductJob, tellContractJob, tellSignUpJob, gatherMailJob, gatherPushJob, sendMailJob, sendPushJob, sweepMailJob, forgetStreamEventsJob, sendLinkJob, forgetAccountsJob, tellChatJob, tendChatsJob, forgetSessionsJob, forgetTriesJob, rotateFactorsJob, forgetInboundJob, pollInboxJob, readMailboxJob] as const;

const running = globalThis as typeof globalThis & { mesaStopJobs?: () => Promise<void> };

/** Begins the work of a web process, once: the jobs, unless they run apart, and what keeps its finders warm. server.ts calls what is kept in `mesaStopJobs` when it ends. */
export async function startWebWork(): Promise<void> {
  if (running.mesaStopJobs) return;
  running.mesaStopJobs = async () => {};
  const cool = keepWarm(database());
  const stopWork = env().JOBS === "inside" ? await beginJobs() : async () => {};
  running.mesaStopJobs = async () => {
    cool();
    await stopWork();
    await database().$disconnect();
  };
}

/** Works the jobs and nothing else, until `stopJobs`. */
export async function startJobs(): Promise<void> {
  if (running.mesaStopJobs) return;
  running.mesaStopJobs = async () => {};
  const stopWork = await beginJobs();
  running.mesaStopJobs = async () => {
    await stopWork();
    await database().$disconnect();
  };
}

export async function stopJobs(): Promise<void> {
  await running.mesaStopJobs?.();
}

async function beginJobs(): Promise<() => Promise<void>> {
  const { stop } = await workJobs({ db: database(), databaseUrl: env().DATABASE_URL, jobs: JOBS as never });
  await database().$transaction(async (tx) => {
    for (const name of [REINDEX_TICKETS, REINDEX_KNOWLEDGE, COUNT_RECENT_VIEWS]) await enqueue(tx, name, {});
  });
  return stop;
}
