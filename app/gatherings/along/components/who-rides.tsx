import type { ReactNode } from "react";
import type { Say } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { Section } from "~/ui/headings";
import { Press } from "~/ui/press";
import { type Row, Rows } from "~/ui/rows";
import type { Along } from "../along.server";

type Car = Along["cars"][number];
type Lift = Along["lifts"][number];

/** Who seeks a lift, who can take people along and who rides with whom; with what the reader can press. */
export function WhoRides({ along, page }: { along: Along; page: string }) {
  const t = useText();
  const { me, cars, lifts, seek, drive } = along;
  const reading = { t, me, page };
  const rows = [
    ...lifts.filter(({ driver }) => !driver).map((lift) => liftRow(lift, reading)),
    ...cars.map((car) => carRow(car, reading)),
    ...lifts.filter(({ driver }) => driver).map((lift) => liftRow(lift, reading)),
  ];
  if (rows.length + seek.length + drive.length === 0) return null;
  const isMe = ({ id }: { id: string }) => id === me;
  return (
    <Section id="lifts" title={t("along.lifts")}>
      {rows.length > 0 && <Rows rows={rows} />}
      {seek.length + drive.length > 0 && (
        <Buttons>
          {seek.length > 0 && <LinkButton href={`${page}/lift`}>{t(seek.some(isMe) ? "along.seek" : "along.seekFor")}</LinkButton>}
          {drive.length > 0 && <LinkButton href={`${page}/car`}>{t(drive.some(isMe) ? "along.drive" : "along.driveFor")}</LinkButton>}
        </Buttons>
      )}
    </Section>
  );
}

interface Reading {
  t: Say;
  me: string;
  page: string;
}

/** A press by or for somebody. */
const forWhom = ({ id, me }: { id: string; me: boolean }) => (me ? "" : `?for=${id}`);

function carRow({ driver, left, word, notedBy, mine, ride }: Car, { t, me, page }: Reading): Row {
  const own = driver.id === me;
  const room = own
    ? left > 0
      ? t("along.leftYou", { count: left })
      : t("along.noneLeftYou")
    : left > 0
      ? t("along.left", { count: left })
      : t("along.noneLeft");
  return {
    ...{ id: `car-${driver.id}`, face: driver, title: driver.name, sub: <Said says={room} word={word} notedBy={notedBy} /> },
    end: (mine || ride.length > 0) && (
      <>
        {ride.map((one) => (
          <Press key={one.id} to={`${page}/car/${driver.id}/ride${forWhom(one)}`} about={driver.name}>
            {one.me ? t("along.ride") : t("along.rideFor", { name: one.name })}
          </Press>
        ))}
        {mine && (
          <>
            <LinkButton href={`${page}/car?for=${driver.id}`}>
              {t("along.change")}
              <span className="unseen">: {driver.name}</span>
            </LinkButton>
            <Press to={`${page}/car/${driver.id}/not`} about={driver.name}>
              {t("along.not")}
            </Press>
          </>
        )}
      </>
    ),
  };
}

function liftRow({ rider, driver, word, notedBy, asRider, asDriver, take }: Lift, { t, me, page }: Reading): Row {
  const own = rider.id === me;
  const says = driver
    ? own
      ? t("along.withYou", { name: driver.name })
      : driver.id === me
        ? t("along.ridesWithYou")
        : t("along.ridesWith", { name: driver.name })
    : t(own ? "along.youSeekStill" : "along.seeks");
  // Who drives lets go of them; who speaks for the rider says that they need no lift.
  const asWho = asDriver && (driver?.id === me || !asRider) ? "?by=driver" : "";
  return {
    ...{ id: `lift-${rider.id}`, face: rider, title: rider.name, sub: <Said says={says} word={word} notedBy={notedBy} /> },
    end: (asRider || asDriver || take.length > 0) && (
      <>
        {take.map((one) => (
          <Press key={one.id} to={`${page}/lift/${rider.id}/take${forWhom(one)}`}>
            {one.me ? t("along.take", { name: rider.name }) : t("along.takeFor", { driver: one.name, name: rider.name })}
          </Press>
        ))}
        {(asRider || asDriver) && (
          <Press to={`${page}/lift/${rider.id}/not${asWho}`} about={rider.name}>
            {t("along.not")}
          </Press>
        )}
      </>
    ),
  };
}

/** What is so, what was said with it, and who wrote it down. */
export function Said({ says, word, notedBy }: { says: ReactNode; word: string; notedBy: string | null }) {
  const t = useText();
  return (
    <>
      {says}
      {word && (
        <>
          : <q dir="auto">{word}</q>
        </>
      )}
      {notedBy && `, ${t("gatherings.notedBy", { name: notedBy })}`}
    </>
  );
}
