import { testEnvironment } from "@/tests/support/environment";

// Before any module of the product is loaded; a test with a database names it later (tests/support/db.ts).
Object.assign(process.env, testEnvironment("postgresql://tests-without-a-database/none"));
