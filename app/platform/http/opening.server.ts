import type { Server } from "node:http";
import { Mistake } from "../mistake";

/**
 * Begins to listen.
 * @throws Mistake when the port is taken, not allowed, or of another machine
 */
export function open(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const where = `${host}:${port}`;
      if (error.code === "EADDRINUSE") fail(new Mistake(`Something listens at ${where} already. Stop it, or set PORT.`));
      else if (error.code === "EACCES") fail(new Mistake(`This user may not listen at ${where}. Set PORT to 1024 or more.`));
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
        fail(new Mistake(`HOST is no address of this machine: ${host}`));
      else fail(error);
    });
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      done();
    });
  });
}
