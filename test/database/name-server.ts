import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";

/** What stands at a name. */
interface Records {
  txt?: string[];
  mx?: string[];
}

/** A real name server on this machine (RFC 1035), that knows what it is told and says of all else that it is not there. */
export interface NameServer {
  /** Its address, as DNS_SERVER. */
  address: string;
  knows: Record<string, Records>;
  /** It can't say what is so. */
  fails: boolean;
  close(): Promise<void>;
}

const types = { txt: 16, mx: 15 } as const;
const [notThere, failed] = [3, 2];

/** Opens one on a free port. */
export async function openNameServer(): Promise<NameServer> {
  const socket = createSocket("udp4");
  const self: NameServer = {
    address: "",
    knows: {},
    fails: false,
    close: () => new Promise((closed) => socket.close(() => closed())),
  };
  socket.on("message", (asked, { port, address }) => socket.send(answer(asked, self), port, address));
  await new Promise<void>((listening) => socket.bind(0, "127.0.0.1", listening));
  self.address = `127.0.0.1:${(socket.address() as AddressInfo).port}`;
  return self;
}

function answer(asked: Buffer, { knows, fails }: NameServer): Buffer {
  const { name, end } = nameAt(asked, 12);
  const type = asked.readUInt16BE(end);
  const records = knows[name.toLowerCase()];
  const found = type === types.txt ? records?.txt?.map(text) : type === types.mx ? records?.mx?.map(exchange) : [];
  const rows = (found ?? []).map((data) => {
    const head = Buffer.alloc(12);
    // The name is that of the question; one hour.
    head.writeUInt16BE(0xc00c, 0);
    head.writeUInt16BE(type, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt32BE(3600, 6);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, data]);
  });
  const head = Buffer.alloc(12);
  asked.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | (fails ? failed : records ? 0 : notThere), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(fails ? 0 : rows.length, 6);
  return Buffer.concat([head, asked.subarray(12, end + 4), ...(fails ? [] : rows)]);
}

function nameAt(packet: Buffer, from: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = from;
  for (let length = packet[at] ?? 0; length > 0; length = packet[at] ?? 0) {
    labels.push(packet.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join("."), end: at + 1 };
}

/** In parts of 255 bytes at most. */
function text(whole: string): Buffer {
  const parts = whole.match(/[\s\S]{1,255}/g) ?? [""];
  return Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part, "latin1")])));
}

function exchange(host: string): Buffer {
  const labels = host.split(".").filter(Boolean);
  const name = labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, "latin1")]));
  return Buffer.concat([Buffer.from([0, 10]), ...name, Buffer.from([0])]);
}
