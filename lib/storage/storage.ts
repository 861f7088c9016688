import "server-only";
import { join } from "node:path";
import { env } from "@/lib/env";
import { diskStorage } from "@/lib/storage/disk";
import { s3Storage } from "@/lib/storage/s3";
import type { Storage, StorageBackend } from "@/lib/storage/types";
import { uploadthingStorage } from "@/lib/storage/uploadthing";

const made = new Map<StorageBackend, Storage>();

/** Where new files go: the environment alone chooses. */
export function currentBackend(): StorageBackend {
  const { UPLOADTHING_TOKEN, S3_BUCKET } = env();
  if (UPLOADTHING_TOKEN) return "uploadthing";
  return S3_BUCKET ? "s3" : "disk";
}

/** The store that a file was put into; one that is no longer the current one stays readable as long as it is configured. */
export function storageOf(backend: StorageBackend): Storage {
  const kept = made.get(backend) ?? makeStorage(backend);
  made.set(backend, kept);
  return kept;
}

function makeStorage(backend: StorageBackend): Storage {
  switch (backend) {
    case "disk":
      return diskStorage(join(env().DATA_DIR, "files"));
    case "s3":
      return s3Storage(env());
    case "uploadthing":
      return uploadthingStorage(env());
    default:
      return backend satisfies never;
  }
}
