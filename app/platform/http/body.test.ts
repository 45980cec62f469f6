import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { bodyOf, letRunOut } from "./body.server";

/** What comes over the wire, piece by piece; what was asked of it stands in `told`. */
class Wire extends EventEmitter {
  told: string[] = [];
  readableEnded = false;
  pause = () => this.told.push("pause");
  resume = () => this.told.push("resume");
  brings = (text: string) => this.emit("data", Buffer.from(text));
}

let wire: Wire;
let reader: ReadableStreamDefaultReader<Uint8Array>;
beforeEach(async () => {
  wire = new Wire();
  reader = bodyOf(wire as unknown as IncomingMessage).getReader();
  await Promise.resolve();
});
const read = async () => {
  const { value, done } = await reader.read();
  return done ? null : Buffer.from(value).toString();
};

describe("The body of a request", () => {
  it("takes no more than what somebody reads", async () => {
    expect(wire.told).toEqual(["pause", "resume"]);
    wire.brings("text=");
    expect(wire.told).toEqual(["pause", "resume", "pause"]);
    expect(await read()).toBe("text=");
    expect(wire.told.at(-1)).toBe("resume");
  });

  it("goes on without a pause while somebody waits for more", async () => {
    const [first, second] = [read(), read()];
    wire.told = [];
    wire.brings("a");
    expect(wire.told).not.toContain("pause");
    wire.brings("b");
    expect([await first, await second]).toEqual(["a", "b"]);
  });

  it("ends when it is whole, and the end of the wire after it says nothing more", async () => {
    wire.brings("a");
    wire.emit("end");
    wire.emit("close");
    wire.emit("error", new Error("late"));
    expect([await read(), await read()]).toEqual(["a", null]);
  });

  it("is broken off in words when the visitor goes away", async () => {
    wire.emit("close");
    await expect(reader.read()).rejects.toThrow("the visitor went away");
    wire.emit("end");
    expect(wire.brings("more")).toBe(true);
  });

  it("is broken off by whatever breaks the wire", async () => {
    wire.emit("error", new Error("cut"));
    wire.emit("close");
    await expect(reader.read()).rejects.toThrow("cut");
  });

  it("that is given up lets the rest pass, so that the answer can arrive", async () => {
    wire.told = [];
    await reader.cancel();
    expect(wire.told).toEqual(["resume"]);
    wire.brings("more");
    wire.emit("end");
    wire.emit("close");
    expect(wire.told).toEqual(["resume"]);
  });
});

describe("What is left of a body", () => {
  it("passes unread", () => {
    wire.told = [];
    letRunOut(wire as unknown as IncomingMessage);
    expect(wire.listenerCount("data")).toBe(0);
    expect(wire.told).toEqual(["resume"]);
  });

  it("is nothing when it has ended", () => {
    wire.told = [];
    wire.readableEnded = true;
    letRunOut(wire as unknown as IncomingMessage);
    expect(wire.told).toEqual([]);
    expect(wire.listenerCount("data")).toBe(1);
  });
});
