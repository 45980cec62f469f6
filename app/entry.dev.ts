import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/server-runtime";
import type { Files } from "./platform/http/listening.server";
import { serve } from "./serving.server";

/** For `npm run dev`: serves what stands in app/ at this moment. @returns how to stop */
export const begin = (files: Files, root: string) => serve(build as unknown as ServerBuild, files, root);
