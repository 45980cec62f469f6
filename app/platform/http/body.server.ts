import type { IncomingMessage } from "node:http";

/**
 * The body of a request as a stream that takes from the network only what somebody asks for. Giving it up does not end
 * the connection, as Node's own stream would: the answer that says why could then not arrive.
 */
export function bodyOf(req: IncomingMessage): ReadableStream<Uint8Array> {
  let open = true;
  const close = (act: () => void) => {
    if (open) act();
    open = false;
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      req.on("data", (chunk: Buffer) => {
        if (!open) return;
        controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) req.pause();
      });
      req.on("end", () => close(() => controller.close()));
      req.on("error", (error) => close(() => controller.error(error)));
      req.on("close", () => close(() => controller.error(new Error("the visitor went away"))));
      req.pause();
    },
    pull() {
      req.resume();
    },
    cancel() {
      open = false;
      req.resume();
    },
  });
}

/** Lets what is still to come of a body pass unread, so that the connection can be used again. */
export function letRunOut(req: IncomingMessage): void {
  if (req.readableEnded) return;
  req.removeAllListeners("data");
  req.resume();
}
